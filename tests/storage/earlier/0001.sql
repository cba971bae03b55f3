BEGIN TRANSACTION;
CREATE TABLE agent (
    id                 TEXT PRIMARY KEY,
    address            TEXT NOT NULL UNIQUE,
    name               TEXT NOT NULL,
    workplace          TEXT NOT NULL,
    certificate        TEXT,
    certificate_number TEXT NOT NULL,
    certificate_expiry TEXT,
    telephone          TEXT NOT NULL,
    suspended_until    TEXT,
    notice             TEXT NOT NULL,
    agreed             TEXT,
    created            TEXT NOT NULL
);
INSERT INTO "agent" VALUES('a3e2d5f4079c3490','whole@example.jp','李 明','李行政書士事務所','notified','123','2030-01-01','',NULL,'2026-10-01','2026-11-26T01:00:04.000Z','2026-11-26T01:00:04.000Z');
INSERT INTO "agent" VALUES('c1c5e97ebbcab020','half@example.jp','李 明','李行政書士事務所','notified','123','2030-01-01','',NULL,'2026-10-01','2026-11-26T01:00:25.000Z','2026-11-26T01:00:25.000Z');
CREATE TABLE booking (
    id          TEXT PRIMARY KEY,
    code        TEXT NOT NULL UNIQUE,
    agent       TEXT NOT NULL REFERENCES agent (id),
    chat        TEXT NOT NULL,
    day         TEXT NOT NULL,
    hour        INTEGER NOT NULL,
    mode        TEXT NOT NULL,
    kinds       TEXT NOT NULL,
    state       TEXT NOT NULL CHECK (state IN ('booked', 'cancelled')),
    first_count INTEGER NOT NULL CHECK (first_count > 0),
    cutoff      TEXT NOT NULL,
    version     INTEGER NOT NULL CHECK (version > 0),
    notice      TEXT NOT NULL,
    beyond      TEXT,
    booked      TEXT NOT NULL
);
INSERT INTO "booking" VALUES('b5679a89c5b61c4a','QSEETPRB','a3e2d5f4079c3490','web:whole','2026-12-01',10,'own','change','booked',2,'2026-11-30T03:00:00.000Z',1,'2026-10-01',NULL,'2026-11-26T01:00:20.000Z');
CREATE TABLE booking_case (
    booking    TEXT NOT NULL REFERENCES booking (id),
    position   INTEGER NOT NULL,
    agent      TEXT NOT NULL,
    typed      TEXT NOT NULL,
    comparable TEXT NOT NULL,
    state      TEXT NOT NULL CHECK (state IN ('live', 'dropped')),
    PRIMARY KEY (booking, position)
);
INSERT INTO "booking_case" VALUES('b5679a89c5b61c4a',0,'a3e2d5f4079c3490','東永P1234','東永P1234','live');
INSERT INTO "booking_case" VALUES('b5679a89c5b61c4a',1,'a3e2d5f4079c3490','777','777','live');
CREATE TABLE bubble (
    chat    TEXT NOT NULL,
    number  INTEGER NOT NULL,
    change  INTEGER NOT NULL,
    side    TEXT NOT NULL CHECK (side IN ('office', 'agent')),
    content TEXT NOT NULL,
    at      TEXT NOT NULL,
    PRIMARY KEY (chat, number)
);
CREATE TABLE chat (
    id       TEXT PRIMARY KEY,
    agent    TEXT REFERENCES agent (id),
    language TEXT NOT NULL,
    step     TEXT NOT NULL,
    draft    TEXT NOT NULL,
    path     TEXT NOT NULL,
    offered  TEXT NOT NULL,
    revision INTEGER NOT NULL,
    spoke    TEXT NOT NULL
);
INSERT INTO "chat" VALUES('web:whole','a3e2d5f4079c3490','ja','booked','{"booking": "QSEETPRB"}','[]','["/bookings", "/book", "/menu", "/help"]',21,'2026-11-26T01:00:20.000Z');
INSERT INTO "chat" VALUES('web:half','c1c5e97ebbcab020','ja','review','{"mode": "own", "kinds": ["change"], "looking": "2026-12-02", "day": "2026-12-02", "hour": 10, "numbers": ["東永P1234", "777"]}','["mode", "kinds", "counter", "day", "slot", "numbers", "doubts"]','["correct 0", "remove 0", "correct 1", "remove 1", "confirm", "slot", "add", "mode", "/notice", "/back", "/restart", "/stop", "/menu", "/help"]',20,'2026-11-26T01:00:40.000Z');
INSERT INTO "chat" VALUES('web:asked',NULL,'ja','code','{"agreed": "2026-10-01", "address": "asked@example.jp"}','["eligibility", "notice", "address"]','["resend", "other", "/back", "/restart", "/stop", "/menu", "/help"]',4,'2026-11-26T01:00:44.000Z');
CREATE TABLE closure (
    day    TEXT PRIMARY KEY,
    reason TEXT NOT NULL
);
CREATE TABLE heard (
    id   TEXT PRIMARY KEY,
    chat TEXT NOT NULL,
    at   TEXT NOT NULL
);
INSERT INTO "heard" VALUES('1','web:whole','2026-11-26T01:00:00.000Z');
INSERT INTO "heard" VALUES('2','web:whole','2026-11-26T01:00:01.000Z');
INSERT INTO "heard" VALUES('3','web:whole','2026-11-26T01:00:02.000Z');
INSERT INTO "heard" VALUES('4','web:whole','2026-11-26T01:00:03.000Z');
INSERT INTO "heard" VALUES('5','web:whole','2026-11-26T01:00:04.000Z');
INSERT INTO "heard" VALUES('6','web:whole','2026-11-26T01:00:05.000Z');
INSERT INTO "heard" VALUES('7','web:whole','2026-11-26T01:00:06.000Z');
INSERT INTO "heard" VALUES('8','web:whole','2026-11-26T01:00:07.000Z');
INSERT INTO "heard" VALUES('9','web:whole','2026-11-26T01:00:08.000Z');
INSERT INTO "heard" VALUES('10','web:whole','2026-11-26T01:00:09.000Z');
INSERT INTO "heard" VALUES('11','web:whole','2026-11-26T01:00:10.000Z');
INSERT INTO "heard" VALUES('12','web:whole','2026-11-26T01:00:11.000Z');
INSERT INTO "heard" VALUES('13','web:whole','2026-11-26T01:00:12.000Z');
INSERT INTO "heard" VALUES('14','web:whole','2026-11-26T01:00:13.000Z');
INSERT INTO "heard" VALUES('15','web:whole','2026-11-26T01:00:14.000Z');
INSERT INTO "heard" VALUES('16','web:whole','2026-11-26T01:00:15.000Z');
INSERT INTO "heard" VALUES('17','web:whole','2026-11-26T01:00:16.000Z');
INSERT INTO "heard" VALUES('18','web:whole','2026-11-26T01:00:17.000Z');
INSERT INTO "heard" VALUES('19','web:whole','2026-11-26T01:00:18.000Z');
INSERT INTO "heard" VALUES('20','web:whole','2026-11-26T01:00:19.000Z');
INSERT INTO "heard" VALUES('21','web:whole','2026-11-26T01:00:20.000Z');
INSERT INTO "heard" VALUES('22','web:half','2026-11-26T01:00:21.000Z');
INSERT INTO "heard" VALUES('23','web:half','2026-11-26T01:00:22.000Z');
INSERT INTO "heard" VALUES('24','web:half','2026-11-26T01:00:23.000Z');
INSERT INTO "heard" VALUES('25','web:half','2026-11-26T01:00:24.000Z');
INSERT INTO "heard" VALUES('26','web:half','2026-11-26T01:00:25.000Z');
INSERT INTO "heard" VALUES('27','web:half','2026-11-26T01:00:26.000Z');
INSERT INTO "heard" VALUES('28','web:half','2026-11-26T01:00:27.000Z');
INSERT INTO "heard" VALUES('29','web:half','2026-11-26T01:00:28.000Z');
INSERT INTO "heard" VALUES('30','web:half','2026-11-26T01:00:29.000Z');
INSERT INTO "heard" VALUES('31','web:half','2026-11-26T01:00:30.000Z');
INSERT INTO "heard" VALUES('32','web:half','2026-11-26T01:00:31.000Z');
INSERT INTO "heard" VALUES('33','web:half','2026-11-26T01:00:32.000Z');
INSERT INTO "heard" VALUES('34','web:half','2026-11-26T01:00:33.000Z');
INSERT INTO "heard" VALUES('35','web:half','2026-11-26T01:00:34.000Z');
INSERT INTO "heard" VALUES('36','web:half','2026-11-26T01:00:35.000Z');
INSERT INTO "heard" VALUES('37','web:half','2026-11-26T01:00:36.000Z');
INSERT INTO "heard" VALUES('38','web:half','2026-11-26T01:00:37.000Z');
INSERT INTO "heard" VALUES('39','web:half','2026-11-26T01:00:38.000Z');
INSERT INTO "heard" VALUES('40','web:half','2026-11-26T01:00:39.000Z');
INSERT INTO "heard" VALUES('41','web:half','2026-11-26T01:00:40.000Z');
INSERT INTO "heard" VALUES('42','web:asked','2026-11-26T01:00:41.000Z');
INSERT INTO "heard" VALUES('43','web:asked','2026-11-26T01:00:42.000Z');
INSERT INTO "heard" VALUES('44','web:asked','2026-11-26T01:00:43.000Z');
INSERT INTO "heard" VALUES('45','web:asked','2026-11-26T01:00:44.000Z');
CREATE TABLE hold (
    chat  TEXT PRIMARY KEY,
    agent TEXT NOT NULL REFERENCES agent (id),
    day   TEXT NOT NULL,
    hour  INTEGER NOT NULL,
    until TEXT NOT NULL
);
INSERT INTO "hold" VALUES('web:half','c1c5e97ebbcab020','2026-12-02',10,'2026-11-26T01:10:38.000Z');
CREATE TABLE letter (
    id            TEXT PRIMARY KEY,
    about         TEXT NOT NULL UNIQUE,
    kind          TEXT NOT NULL,
    subject       TEXT NOT NULL,
    due           TEXT NOT NULL,
    useless_after TEXT,
    state         TEXT NOT NULL CHECK (state IN ('pending', 'leased', 'sent', 'skipped', 'failed')),
    attempts      INTEGER NOT NULL,
    lease_until   TEXT,
    lease_owner   TEXT,
    put           TEXT NOT NULL,
    finished      TEXT
);
INSERT INTO "letter" VALUES('af03c8623a4a7629','proof:3b329bb258c7f44a','proof','3b329bb258c7f44a','2026-11-26T01:00:03.000Z','2026-11-26T02:00:03.000Z','pending',0,NULL,NULL,'2026-11-26T01:00:03.000Z',NULL);
INSERT INTO "letter" VALUES('909c4e85f39e176a','confirmation:b5679a89c5b61c4a:1','confirmation','b5679a89c5b61c4a:1','2026-11-26T01:00:20.000Z',NULL,'pending',0,NULL,NULL,'2026-11-26T01:00:20.000Z',NULL);
INSERT INTO "letter" VALUES('3e733c0426ce8d27','proof:74610181584c5657','proof','74610181584c5657','2026-11-26T01:00:24.000Z','2026-11-26T02:00:24.000Z','pending',0,NULL,NULL,'2026-11-26T01:00:24.000Z',NULL);
INSERT INTO "letter" VALUES('e5a2e85597e185f0','proof:060024b2a7ce03c6','proof','060024b2a7ce03c6','2026-11-26T01:00:44.000Z','2026-11-26T02:00:44.000Z','pending',0,NULL,NULL,'2026-11-26T01:00:44.000Z',NULL);
CREATE TABLE migration (number INTEGER PRIMARY KEY, applied TEXT NOT NULL);
INSERT INTO "migration" VALUES(1,'2026-11-26T01:00:00.000Z');
CREATE TABLE slot (
    day    TEXT NOT NULL,
    hour   INTEGER NOT NULL,
    places INTEGER CHECK (places >= 0),
    PRIMARY KEY (day, hour)
);
INSERT INTO "slot" VALUES('2026-12-01',10,NULL);
INSERT INTO "slot" VALUES('2026-12-02',10,NULL);
CREATE TABLE strike (
    booking TEXT PRIMARY KEY REFERENCES booking (id),
    agent   TEXT NOT NULL REFERENCES agent (id),
    day     TEXT NOT NULL,
    reason  TEXT NOT NULL
);
CREATE TABLE verification (
    nonce      TEXT PRIMARY KEY,
    chat       TEXT NOT NULL,
    address    TEXT NOT NULL,
    for_limits TEXT NOT NULL,
    notice     TEXT NOT NULL,
    origin     TEXT NOT NULL,
    asked      TEXT NOT NULL,
    expires    TEXT NOT NULL,
    tries      INTEGER NOT NULL,
    state      TEXT NOT NULL CHECK (state IN ('open', 'used', 'replaced'))
);
INSERT INTO "verification" VALUES('3b329bb258c7f44a','web:whole','whole@example.jp','whole@example.jp','2026-10-01','x','2026-11-26T01:00:03.000Z','2026-11-26T02:00:03.000Z',0,'used');
INSERT INTO "verification" VALUES('74610181584c5657','web:half','half@example.jp','half@example.jp','2026-10-01','x','2026-11-26T01:00:24.000Z','2026-11-26T02:00:24.000Z',0,'used');
INSERT INTO "verification" VALUES('060024b2a7ce03c6','web:asked','asked@example.jp','asked@example.jp','2026-10-01','x','2026-11-26T01:00:44.000Z','2026-11-26T02:00:44.000Z',0,'open');
CREATE INDEX heard_lately ON heard (chat, at);
CREATE INDEX bubble_changes ON bubble (chat, change);
CREATE INDEX verification_chat ON verification (chat, asked);
CREATE INDEX verification_address ON verification (for_limits, asked);
CREATE INDEX verification_origin ON verification (origin, asked);
CREATE INDEX verification_asked ON verification (asked);
CREATE INDEX hold_slot ON hold (day, hour, until);
CREATE INDEX hold_agent ON hold (agent, until);
CREATE INDEX booking_slot ON booking (day, hour, state, agent);
CREATE INDEX booking_agent ON booking (agent, state, day, hour);
CREATE INDEX booking_case_number ON booking_case (comparable, agent, state);
CREATE INDEX strike_agent ON strike (agent, day);
CREATE INDEX letter_due ON letter (due) WHERE state = 'pending';
CREATE INDEX letter_leased ON letter (lease_until) WHERE state = 'leased';
COMMIT;
