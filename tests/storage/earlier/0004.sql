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
, language TEXT NOT NULL DEFAULT 'ja', leaving TEXT);
INSERT INTO "agent" VALUES('2a628783f904e179','whole@example.jp','李 明','李行政書士事務所','notified','123','2030-01-01','',NULL,'2026-10-01','2026-11-26T01:00:04.000Z','2026-11-26T01:00:04.000Z','ja',NULL);
INSERT INTO "agent" VALUES('e509a7d9eaef4bbb','half@example.jp','李 明','李行政書士事務所','notified','123','2030-01-01','',NULL,'2026-10-01','2026-11-26T01:00:25.000Z','2026-11-26T01:00:25.000Z','ja',NULL);
INSERT INTO "agent" VALUES('bc5504cc39f0db61','a@example.jp','佐藤 花子','佐藤行政書士事務所','notified','神行第1234号','2027-03-31','',NULL,'2026-10-01','2026-11-26T01:00:45.000Z','2026-11-26T01:00:45.000Z','ja',NULL);
INSERT INTO "agent" VALUES('4133be6aa8293362','b@example.jp','佐藤 花子','佐藤行政書士事務所','notified','神行第1234号','2027-03-31','',NULL,'2026-10-01','2026-11-26T01:00:45.000Z','2026-11-26T01:00:45.000Z','ja',NULL);
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
INSERT INTO "booking" VALUES('a97237be41a9130e','C5RHQN8Z','2a628783f904e179','web:whole','2026-12-01',10,'own','change','booked',2,'2026-11-30T03:00:00.000Z',1,'2026-10-01',NULL,'2026-11-26T01:00:20.000Z');
INSERT INTO "booking" VALUES('1d314314937c5d6b','MEEPHQ34','bc5504cc39f0db61','chat:a','2026-12-01',9,'own','extension','booked',3,'2026-11-30T03:00:00.000Z',2,'2026-10-01',NULL,'2026-11-26T01:00:45.000Z');
INSERT INTO "booking" VALUES('e544d2edbbd62d79','U4SR87TT','4133be6aa8293362','chat:b','2026-12-01',9,'own','extension','cancelled',3,'2026-11-30T03:00:00.000Z',2,'2026-10-01',NULL,'2026-11-26T01:00:45.000Z');
CREATE TABLE booking_case (
    booking    TEXT NOT NULL REFERENCES booking (id),
    position   INTEGER NOT NULL,
    agent      TEXT NOT NULL,
    typed      TEXT NOT NULL,
    comparable TEXT NOT NULL,
    PRIMARY KEY (booking, position)
);
INSERT INTO "booking_case" VALUES('a97237be41a9130e',0,'2a628783f904e179','東永P1234','東永P1234');
INSERT INTO "booking_case" VALUES('a97237be41a9130e',1,'2a628783f904e179','777','777');
INSERT INTO "booking_case" VALUES('e544d2edbbd62d79',0,'4133be6aa8293362','東永P9101','東永P9101');
INSERT INTO "booking_case" VALUES('e544d2edbbd62d79',1,'4133be6aa8293362','東永P9102','東永P9102');
INSERT INTO "booking_case" VALUES('e544d2edbbd62d79',2,'4133be6aa8293362','東永P9103','東永P9103');
INSERT INTO "booking_case" VALUES('1d314314937c5d6b',0,'bc5504cc39f0db61','東永P9001','東永P9001');
INSERT INTO "booking_case" VALUES('1d314314937c5d6b',1,'bc5504cc39f0db61','東永P9002','東永P9002');
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
INSERT INTO "chat" VALUES('web:whole','2a628783f904e179','ja','booked','{"booking": "C5RHQN8Z"}','[]','["/bookings", "/book", "/menu", "/help"]',21,'2026-11-26T01:00:20.000Z');
INSERT INTO "chat" VALUES('web:half','e509a7d9eaef4bbb','ja','review','{"mode": "own", "kinds": ["change"], "looking": "2026-12-02", "day": "2026-12-02", "hour": 10, "numbers": ["東永P1234", "777"]}','["mode", "kinds", "counter", "day", "slot", "numbers", "doubts"]','["correct 0", "remove 0", "correct 1", "remove 1", "confirm", "slot", "add", "mode", "/notice", "/back", "/restart", "/stop", "/menu", "/help"]',20,'2026-11-26T01:00:40.000Z');
INSERT INTO "chat" VALUES('web:asked',NULL,'ja','code','{"agreed": "2026-10-01", "address": "asked@example.jp"}','["eligibility", "notice", "address"]','["resend", "other", "/back", "/restart", "/stop", "/menu", "/help"]',4,'2026-11-26T01:00:44.000Z');
CREATE TABLE closure (
    day    TEXT PRIMARY KEY,
    reason TEXT NOT NULL
);
CREATE TABLE earlier (
    booking TEXT NOT NULL REFERENCES booking (id),
    version INTEGER NOT NULL,
    day     TEXT NOT NULL,
    hour    INTEGER NOT NULL,
    cases   TEXT NOT NULL,
    until   TEXT NOT NULL,
    PRIMARY KEY (booking, version)
);
INSERT INTO "earlier" VALUES('1d314314937c5d6b',1,'2026-12-01',9,'東永P9001
東永P9002
東永P9003','2026-11-26T01:00:45.000Z');
INSERT INTO "earlier" VALUES('e544d2edbbd62d79',1,'2026-12-01',9,'東永P9101
東永P9102
東永P9103','2026-11-26T01:00:45.000Z');
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
    id  TEXT PRIMARY KEY,
    agent TEXT NOT NULL REFERENCES agent (id),
    day   TEXT NOT NULL,
    hour  INTEGER NOT NULL,
    until TEXT NOT NULL
, chat TEXT NOT NULL DEFAULT '');
INSERT INTO "hold" VALUES('web:half','e509a7d9eaef4bbb','2026-12-02',10,'2026-11-26T01:10:38.000Z','web:half');
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
, priority INTEGER NOT NULL DEFAULT 2);
INSERT INTO "letter" VALUES('5e5b525ceb6fcfc4','proof:3632939d58fa1d97','proof','3632939d58fa1d97','2026-11-26T01:00:03.000Z','2026-11-26T02:00:03.000Z','pending',0,NULL,NULL,'2026-11-26T01:00:03.000Z',NULL,0);
INSERT INTO "letter" VALUES('620969311da9c5af','confirmation:a97237be41a9130e:1','confirmation','a97237be41a9130e:1','2026-11-26T01:00:20.000Z',NULL,'pending',0,NULL,NULL,'2026-11-26T01:00:20.000Z',NULL,1);
INSERT INTO "letter" VALUES('26091f0448f83aec','can-change:2a628783f904e179 2026-12-01 2026-11-30T03:00:00.000Z','can-change','2a628783f904e179 2026-12-01 2026-11-30T03:00:00.000Z','2026-11-30T00:00:00.000Z','2026-11-30T03:00:00.000Z','pending',0,NULL,NULL,'2026-11-26T01:00:20.000Z',NULL,2);
INSERT INTO "letter" VALUES('5c92a2056ec6f95f','deadline:2a628783f904e179 2026-12-01 2026-11-30T03:00:00.000Z','deadline','2a628783f904e179 2026-12-01 2026-11-30T03:00:00.000Z','2026-11-30T03:00:00.000Z','2026-12-01T06:00:00.000Z','pending',0,NULL,NULL,'2026-11-26T01:00:20.000Z',NULL,2);
INSERT INTO "letter" VALUES('7858aad1f62f0bf2','today:2a628783f904e179 2026-12-01 2026-11-30T03:00:00.000Z','today','2a628783f904e179 2026-12-01 2026-11-30T03:00:00.000Z','2026-11-30T23:00:00.000Z','2026-12-01T07:00:00.000Z','pending',0,NULL,NULL,'2026-11-26T01:00:20.000Z',NULL,2);
INSERT INTO "letter" VALUES('709ac84a80fb9ec8','proof:a607c5da517bef08','proof','a607c5da517bef08','2026-11-26T01:00:24.000Z','2026-11-26T02:00:24.000Z','pending',0,NULL,NULL,'2026-11-26T01:00:24.000Z',NULL,0);
INSERT INTO "letter" VALUES('711d389b1403d10b','proof:eba9ad9d9f1ec1fa','proof','eba9ad9d9f1ec1fa','2026-11-26T01:00:44.000Z','2026-11-26T02:00:44.000Z','pending',0,NULL,NULL,'2026-11-26T01:00:44.000Z',NULL,0);
INSERT INTO "letter" VALUES('54d4caca03f3c8fa','confirmation:1d314314937c5d6b:1','confirmation','1d314314937c5d6b:1','2026-11-26T01:00:45.000Z',NULL,'pending',0,NULL,NULL,'2026-11-26T01:00:45.000Z',NULL,1);
INSERT INTO "letter" VALUES('9c75ca3a372371bc','can-change:bc5504cc39f0db61 2026-12-01 2026-11-30T03:00:00.000Z','can-change','bc5504cc39f0db61 2026-12-01 2026-11-30T03:00:00.000Z','2026-11-30T00:00:00.000Z','2026-11-30T03:00:00.000Z','pending',0,NULL,NULL,'2026-11-26T01:00:45.000Z',NULL,2);
INSERT INTO "letter" VALUES('b7af44545e98748e','deadline:bc5504cc39f0db61 2026-12-01 2026-11-30T03:00:00.000Z','deadline','bc5504cc39f0db61 2026-12-01 2026-11-30T03:00:00.000Z','2026-11-30T03:00:00.000Z','2026-12-01T06:00:00.000Z','pending',0,NULL,NULL,'2026-11-26T01:00:45.000Z',NULL,2);
INSERT INTO "letter" VALUES('18ccbfbb0f2f7e6c','today:bc5504cc39f0db61 2026-12-01 2026-11-30T03:00:00.000Z','today','bc5504cc39f0db61 2026-12-01 2026-11-30T03:00:00.000Z','2026-11-30T23:00:00.000Z','2026-12-01T07:00:00.000Z','pending',0,NULL,NULL,'2026-11-26T01:00:45.000Z',NULL,2);
INSERT INTO "letter" VALUES('2b9099b71078908d','confirmation:e544d2edbbd62d79:1','confirmation','e544d2edbbd62d79:1','2026-11-26T01:00:45.000Z',NULL,'pending',0,NULL,NULL,'2026-11-26T01:00:45.000Z',NULL,1);
INSERT INTO "letter" VALUES('3ccea986c3bdb4a9','can-change:4133be6aa8293362 2026-12-01 2026-11-30T03:00:00.000Z','can-change','4133be6aa8293362 2026-12-01 2026-11-30T03:00:00.000Z','2026-11-30T00:00:00.000Z','2026-11-30T03:00:00.000Z','skipped',0,NULL,NULL,'2026-11-26T01:00:45.000Z','2026-11-26T01:00:45.000Z',2);
INSERT INTO "letter" VALUES('05a388b7dc3e95a6','deadline:4133be6aa8293362 2026-12-01 2026-11-30T03:00:00.000Z','deadline','4133be6aa8293362 2026-12-01 2026-11-30T03:00:00.000Z','2026-11-30T03:00:00.000Z','2026-12-01T06:00:00.000Z','skipped',0,NULL,NULL,'2026-11-26T01:00:45.000Z','2026-11-26T01:00:45.000Z',2);
INSERT INTO "letter" VALUES('742ec2a023b5de78','today:4133be6aa8293362 2026-12-01 2026-11-30T03:00:00.000Z','today','4133be6aa8293362 2026-12-01 2026-11-30T03:00:00.000Z','2026-11-30T23:00:00.000Z','2026-12-01T07:00:00.000Z','skipped',0,NULL,NULL,'2026-11-26T01:00:45.000Z','2026-11-26T01:00:45.000Z',2);
INSERT INTO "letter" VALUES('0a020a29c7cb9f1d','confirmation:1d314314937c5d6b:2','confirmation','1d314314937c5d6b:2','2026-11-26T01:00:45.000Z',NULL,'pending',0,NULL,NULL,'2026-11-26T01:00:45.000Z',NULL,1);
INSERT INTO "letter" VALUES('8aebc6b1bf9d32a1','cancellation:e544d2edbbd62d79:2','cancellation','e544d2edbbd62d79:2','2026-11-26T01:00:45.000Z',NULL,'pending',0,NULL,NULL,'2026-11-26T01:00:45.000Z',NULL,1);
CREATE TABLE migration (number INTEGER PRIMARY KEY, applied TEXT NOT NULL);
INSERT INTO "migration" VALUES(1,'2026-11-26T01:00:00.000Z');
INSERT INTO "migration" VALUES(2,'2026-11-26T01:00:00.000Z');
INSERT INTO "migration" VALUES(3,'2026-11-26T01:00:00.000Z');
INSERT INTO "migration" VALUES(4,'2026-11-26T01:00:00.000Z');
CREATE TABLE slot (
    day    TEXT NOT NULL,
    hour   INTEGER NOT NULL,
    places INTEGER CHECK (places >= 0),
    PRIMARY KEY (day, hour)
);
INSERT INTO "slot" VALUES('2026-12-01',10,NULL);
INSERT INTO "slot" VALUES('2026-12-02',10,NULL);
INSERT INTO "slot" VALUES('2026-12-01',9,NULL);
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
, replaces TEXT NOT NULL DEFAULT '');
INSERT INTO "verification" VALUES('3632939d58fa1d97','web:whole','whole@example.jp','whole@example.jp','2026-10-01','x','2026-11-26T01:00:03.000Z','2026-11-26T02:00:03.000Z',0,'used','');
INSERT INTO "verification" VALUES('a607c5da517bef08','web:half','half@example.jp','half@example.jp','2026-10-01','x','2026-11-26T01:00:24.000Z','2026-11-26T02:00:24.000Z',0,'used','');
INSERT INTO "verification" VALUES('eba9ad9d9f1ec1fa','web:asked','asked@example.jp','asked@example.jp','2026-10-01','x','2026-11-26T01:00:44.000Z','2026-11-26T02:00:44.000Z',0,'open','');
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
CREATE INDEX strike_agent ON strike (agent, day);
CREATE INDEX letter_due ON letter (due) WHERE state = 'pending';
CREATE INDEX letter_leased ON letter (lease_until) WHERE state = 'leased';
CREATE INDEX booking_case_number ON booking_case (comparable, agent);
CREATE INDEX hold_chat ON hold (chat);
CREATE INDEX chat_agent ON chat (agent);
CREATE INDEX booking_day ON booking (day);
CREATE INDEX heard_at ON heard (at);
CREATE INDEX hold_until ON hold (until);
CREATE INDEX agent_leaving ON agent (leaving);
CREATE INDEX letter_subject ON letter (subject);
COMMIT;
