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
INSERT INTO "agent" VALUES('b6f6743e9cce03ee','today@example.jp','佐藤 花子','佐藤行政書士事務所','notified','神行第1234号','2027-03-31','',NULL,'2026-10-01','2026-11-24T01:00:00.000Z','2026-11-24T01:00:00.000Z','ja',NULL);
INSERT INTO "agent" VALUES('1a50d9c34962b851','closed@example.jp','佐藤 花子','佐藤行政書士事務所','notified','神行第1234号','2027-03-31','',NULL,'2026-10-01','2026-11-24T01:00:00.000Z','2026-11-24T01:00:00.000Z','ja',NULL);
INSERT INTO "agent" VALUES('0ea11893d53e27c9','whole@example.jp','李 明','李行政書士事務所','notified','123','2030-01-01','',NULL,'2026-10-01','2026-11-26T01:00:04.000Z','2026-11-26T01:00:04.000Z','ja',NULL);
INSERT INTO "agent" VALUES('36531a4172bfb30b','half@example.jp','李 明','李行政書士事務所','notified','123','2030-01-01','',NULL,'2026-10-01','2026-11-26T01:00:25.000Z','2026-11-26T01:00:25.000Z','ja',NULL);
INSERT INTO "agent" VALUES('37763b43ef6d69a8','telegram@example.jp','','',NULL,'',NULL,'',NULL,'2026-10-01','2026-11-26T01:00:49.000Z','2026-11-26T01:00:49.000Z','ja',NULL);
INSERT INTO "agent" VALUES('5b5ae23e98940f57','line@example.jp','','',NULL,'',NULL,'',NULL,'2026-10-01','2026-11-26T01:00:57.000Z','2026-11-26T01:00:57.000Z','ja',NULL);
INSERT INTO "agent" VALUES('e2e1536825183fd3','a@example.jp','佐藤 花子','佐藤行政書士事務所','notified','神行第1234号','2027-03-31','',NULL,'2026-10-01','2026-11-26T01:01:01.000Z','2026-11-26T01:01:01.000Z','ja',NULL);
INSERT INTO "agent" VALUES('7af236049fe01fd2','b@example.jp','佐藤 花子','佐藤行政書士事務所','notified','神行第1234号','2027-03-31','',NULL,'2026-10-01','2026-11-26T01:01:01.000Z','2026-11-26T01:01:01.000Z','ja',NULL);
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
INSERT INTO "booking" VALUES('0bfbc07577aad6b2','K6S3JN6A','b6f6743e9cce03ee','web:today','2026-11-26',9,'own','extension','booked',2,'2026-11-25T03:00:00.000Z',1,'2026-10-01',NULL,'2026-11-24T01:00:00.000Z');
INSERT INTO "booking" VALUES('befd0b7f6c63bd42','4HU8G9R5','1a50d9c34962b851','web:closed','2026-11-30',9,'own','extension','booked',1,'2026-11-27T03:00:00.000Z',1,'2026-10-01',NULL,'2026-11-24T01:00:00.000Z');
INSERT INTO "booking" VALUES('fc582d8edab85c99','2845WZ4E','0ea11893d53e27c9','web:whole','2026-12-01',10,'own','change','booked',2,'2026-11-30T03:00:00.000Z',1,'2026-10-01',NULL,'2026-11-26T01:00:20.000Z');
INSERT INTO "booking" VALUES('9c64668c2893fda9','FZENH5FW','e2e1536825183fd3','web:a','2026-12-01',9,'own','extension','booked',3,'2026-11-30T03:00:00.000Z',2,'2026-10-01',NULL,'2026-11-26T01:01:01.000Z');
INSERT INTO "booking" VALUES('e4877c2915c2330f','AUQA9PGJ','7af236049fe01fd2','web:b','2026-12-01',9,'own','extension','cancelled',3,'2026-11-30T03:00:00.000Z',2,'2026-10-01',NULL,'2026-11-26T01:01:01.000Z');
CREATE TABLE booking_case (
    booking    TEXT NOT NULL REFERENCES booking (id),
    position   INTEGER NOT NULL,
    agent      TEXT NOT NULL,
    typed      TEXT NOT NULL,
    comparable TEXT NOT NULL,
    PRIMARY KEY (booking, position)
);
INSERT INTO "booking_case" VALUES('0bfbc07577aad6b2',0,'b6f6743e9cce03ee','東永P9201','東永P9201');
INSERT INTO "booking_case" VALUES('0bfbc07577aad6b2',1,'b6f6743e9cce03ee','東永P9202','東永P9202');
INSERT INTO "booking_case" VALUES('befd0b7f6c63bd42',0,'1a50d9c34962b851','東永P9301','東永P9301');
INSERT INTO "booking_case" VALUES('fc582d8edab85c99',0,'0ea11893d53e27c9','東永P1234','東永P1234');
INSERT INTO "booking_case" VALUES('fc582d8edab85c99',1,'0ea11893d53e27c9','777','777');
INSERT INTO "booking_case" VALUES('e4877c2915c2330f',0,'7af236049fe01fd2','東永P9101','東永P9101');
INSERT INTO "booking_case" VALUES('e4877c2915c2330f',1,'7af236049fe01fd2','東永P9102','東永P9102');
INSERT INTO "booking_case" VALUES('e4877c2915c2330f',2,'7af236049fe01fd2','東永P9103','東永P9103');
INSERT INTO "booking_case" VALUES('9c64668c2893fda9',0,'e2e1536825183fd3','東永P9001','東永P9001');
INSERT INTO "booking_case" VALUES('9c64668c2893fda9',1,'e2e1536825183fd3','東永P9002','東永P9002');
CREATE TABLE bubble (
    chat    TEXT NOT NULL,
    number  INTEGER NOT NULL,
    change  INTEGER NOT NULL,
    side    TEXT NOT NULL CHECK (side IN ('office', 'agent')),
    content TEXT NOT NULL,
    at      TEXT NOT NULL, about TEXT NOT NULL DEFAULT '',
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
INSERT INTO "chat" VALUES('web:whole','0ea11893d53e27c9','ja','booked','{"booking": "2845WZ4E"}','[]','["/bookings", "/book", "/menu", "/help"]',21,'2026-11-26T01:00:20.000Z');
INSERT INTO "chat" VALUES('web:half','36531a4172bfb30b','ja','review','{"mode": "own", "kinds": ["change"], "looking": "2026-12-02", "day": "2026-12-02", "hour": 10, "numbers": ["東永P1234", "777"]}','["mode", "kinds", "counter", "day", "slot", "numbers", "doubts"]','["correct 0", "remove 0", "correct 1", "remove 1", "confirm", "slot", "add", "mode", "/notice", "/back", "/restart", "/stop", "/menu", "/help"]',20,'2026-11-26T01:00:40.000Z');
INSERT INTO "chat" VALUES('web:asked',NULL,'ja','code','{"agreed": "2026-10-01", "address": "asked@example.jp"}','["eligibility", "notice", "address"]','["resend", "other", "/back", "/restart", "/stop", "/menu", "/help"]',4,'2026-11-26T01:00:44.000Z');
INSERT INTO "chat" VALUES('telegram:7','37763b43ef6d69a8','ja','certificate_number','{"agreed": "2026-10-01", "address": "telegram@example.jp", "name": "李 明", "workplace": "李行政書士事務所", "certificate": "notified"}','["name", "workplace", "certificate"]','["/back", "/restart", "/stop", "/menu", "/help"]',8,'2026-11-26T01:00:52.000Z');
INSERT INTO "chat" VALUES('line:U7','5b5ae23e98940f57','ja','certificate_number','{"agreed": "2026-10-01", "address": "line@example.jp", "name": "李 明", "workplace": "李行政書士事務所", "certificate": "notified"}','["name", "workplace", "certificate"]','["/back", "/restart", "/stop", "/menu", "/help"]',8,'2026-11-26T01:01:00.000Z');
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
INSERT INTO "earlier" VALUES('9c64668c2893fda9',1,'2026-12-01',9,'東永P9001
東永P9002
東永P9003','2026-11-26T01:01:01.000Z');
INSERT INTO "earlier" VALUES('e4877c2915c2330f',1,'2026-12-01',9,'東永P9101
東永P9102
東永P9103','2026-11-26T01:01:01.000Z');
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
INSERT INTO "heard" VALUES('46','telegram:7','2026-11-26T01:00:45.000Z');
INSERT INTO "heard" VALUES('47','telegram:7','2026-11-26T01:00:46.000Z');
INSERT INTO "heard" VALUES('48','telegram:7','2026-11-26T01:00:47.000Z');
INSERT INTO "heard" VALUES('49','telegram:7','2026-11-26T01:00:48.000Z');
INSERT INTO "heard" VALUES('50','telegram:7','2026-11-26T01:00:49.000Z');
INSERT INTO "heard" VALUES('51','telegram:7','2026-11-26T01:00:50.000Z');
INSERT INTO "heard" VALUES('52','telegram:7','2026-11-26T01:00:51.000Z');
INSERT INTO "heard" VALUES('53','telegram:7','2026-11-26T01:00:52.000Z');
INSERT INTO "heard" VALUES('54','line:U7','2026-11-26T01:00:53.000Z');
INSERT INTO "heard" VALUES('55','line:U7','2026-11-26T01:00:54.000Z');
INSERT INTO "heard" VALUES('56','line:U7','2026-11-26T01:00:55.000Z');
INSERT INTO "heard" VALUES('57','line:U7','2026-11-26T01:00:56.000Z');
INSERT INTO "heard" VALUES('58','line:U7','2026-11-26T01:00:57.000Z');
INSERT INTO "heard" VALUES('59','line:U7','2026-11-26T01:00:58.000Z');
INSERT INTO "heard" VALUES('60','line:U7','2026-11-26T01:00:59.000Z');
INSERT INTO "heard" VALUES('61','line:U7','2026-11-26T01:01:00.000Z');
CREATE TABLE hold (
    id  TEXT PRIMARY KEY,
    agent TEXT NOT NULL REFERENCES agent (id),
    day   TEXT NOT NULL,
    hour  INTEGER NOT NULL,
    until TEXT NOT NULL
, chat TEXT NOT NULL DEFAULT '');
INSERT INTO "hold" VALUES('web:half','36531a4172bfb30b','2026-12-02',10,'2026-11-26T01:10:38.000Z','web:half');
CREATE TABLE journal (
    id     TEXT PRIMARY KEY,
    at     TEXT NOT NULL,
    staff  TEXT NOT NULL,
    act    TEXT NOT NULL,
    about  TEXT NOT NULL,
    why    TEXT NOT NULL,
    result TEXT NOT NULL
);
INSERT INTO "journal" VALUES('43c2f0974a2d17b7 0','2026-11-26T00:10:00.000Z','43c2f0974a2d17b7','check-in','0bfbc07577aad6b2','','done');
CREATE TABLE "letter" (
    id            TEXT PRIMARY KEY,
    about         TEXT NOT NULL UNIQUE,
    kind          TEXT NOT NULL,
    subject       TEXT NOT NULL,
    channel       TEXT NOT NULL,
    chat          TEXT NOT NULL,
    priority      INTEGER NOT NULL,
    due           TEXT NOT NULL,
    useless_after TEXT,
    state         TEXT NOT NULL CHECK (state IN ('pending', 'leased', 'sent', 'skipped', 'failed', 'uncertain')),
    attempts      INTEGER NOT NULL,
    lost          INTEGER NOT NULL,
    next_attempt  TEXT NOT NULL,
    lease_until   TEXT,
    lease_owner   TEXT,
    put           TEXT NOT NULL,
    finished      TEXT
);
INSERT INTO "letter" VALUES('135757a9d8151531','confirmation:0bfbc07577aad6b2:1','confirmation','0bfbc07577aad6b2:1','mail','',1,'2026-11-24T01:00:00.000Z',NULL,'pending',0,0,'2026-11-24T01:00:00.000Z',NULL,NULL,'2026-11-24T01:00:00.000Z',NULL);
INSERT INTO "letter" VALUES('2ee8298bce8681f6','can-change:b6f6743e9cce03ee 2026-11-26 2026-11-25T03:00:00.000Z@chat','can-change','b6f6743e9cce03ee 2026-11-26 2026-11-25T03:00:00.000Z','web','web:today',2,'2026-11-25T00:00:00.000Z','2026-11-25T03:00:00.000Z','pending',0,0,'2026-11-25T00:00:00.000Z',NULL,NULL,'2026-11-24T01:00:00.000Z',NULL);
INSERT INTO "letter" VALUES('15d0d4760b084bd7','can-change:b6f6743e9cce03ee 2026-11-26 2026-11-25T03:00:00.000Z','can-change','b6f6743e9cce03ee 2026-11-26 2026-11-25T03:00:00.000Z','mail','',2,'2026-11-25T00:00:00.000Z','2026-11-25T03:00:00.000Z','pending',0,0,'2026-11-25T00:00:00.000Z',NULL,NULL,'2026-11-24T01:00:00.000Z',NULL);
INSERT INTO "letter" VALUES('48c8b315fae067db','deadline:b6f6743e9cce03ee 2026-11-26 2026-11-25T03:00:00.000Z@chat','deadline','b6f6743e9cce03ee 2026-11-26 2026-11-25T03:00:00.000Z','web','web:today',2,'2026-11-25T03:00:00.000Z','2026-11-26T06:00:00.000Z','pending',0,0,'2026-11-25T03:00:00.000Z',NULL,NULL,'2026-11-24T01:00:00.000Z',NULL);
INSERT INTO "letter" VALUES('a8bb76d505f3b047','deadline:b6f6743e9cce03ee 2026-11-26 2026-11-25T03:00:00.000Z','deadline','b6f6743e9cce03ee 2026-11-26 2026-11-25T03:00:00.000Z','mail','',2,'2026-11-25T03:00:00.000Z','2026-11-26T06:00:00.000Z','pending',0,0,'2026-11-25T03:00:00.000Z',NULL,NULL,'2026-11-24T01:00:00.000Z',NULL);
INSERT INTO "letter" VALUES('bfb6091b8785a014','today:b6f6743e9cce03ee 2026-11-26 2026-11-25T03:00:00.000Z@chat','today','b6f6743e9cce03ee 2026-11-26 2026-11-25T03:00:00.000Z','web','web:today',2,'2026-11-25T23:00:00.000Z','2026-11-26T07:00:00.000Z','pending',0,0,'2026-11-25T23:00:00.000Z',NULL,NULL,'2026-11-24T01:00:00.000Z',NULL);
INSERT INTO "letter" VALUES('379c664887c877da','today:b6f6743e9cce03ee 2026-11-26 2026-11-25T03:00:00.000Z','today','b6f6743e9cce03ee 2026-11-26 2026-11-25T03:00:00.000Z','mail','',2,'2026-11-25T23:00:00.000Z','2026-11-26T07:00:00.000Z','pending',0,0,'2026-11-25T23:00:00.000Z',NULL,NULL,'2026-11-24T01:00:00.000Z',NULL);
INSERT INTO "letter" VALUES('610b9f99a21616ae','confirmation:befd0b7f6c63bd42:1','confirmation','befd0b7f6c63bd42:1','mail','',1,'2026-11-24T01:00:00.000Z',NULL,'pending',0,0,'2026-11-24T01:00:00.000Z',NULL,NULL,'2026-11-24T01:00:00.000Z',NULL);
INSERT INTO "letter" VALUES('6d877eb00d805dd1','can-change:1a50d9c34962b851 2026-11-30 2026-11-27T03:00:00.000Z@chat','can-change','1a50d9c34962b851 2026-11-30 2026-11-27T03:00:00.000Z','web','web:closed',2,'2026-11-27T00:00:00.000Z','2026-11-27T03:00:00.000Z','pending',0,0,'2026-11-27T00:00:00.000Z',NULL,NULL,'2026-11-24T01:00:00.000Z',NULL);
INSERT INTO "letter" VALUES('9f9b07e9acce3e8e','can-change:1a50d9c34962b851 2026-11-30 2026-11-27T03:00:00.000Z','can-change','1a50d9c34962b851 2026-11-30 2026-11-27T03:00:00.000Z','mail','',2,'2026-11-27T00:00:00.000Z','2026-11-27T03:00:00.000Z','pending',0,0,'2026-11-27T00:00:00.000Z',NULL,NULL,'2026-11-24T01:00:00.000Z',NULL);
INSERT INTO "letter" VALUES('3fad0b357b42579c','deadline:1a50d9c34962b851 2026-11-30 2026-11-27T03:00:00.000Z@chat','deadline','1a50d9c34962b851 2026-11-30 2026-11-27T03:00:00.000Z','web','web:closed',2,'2026-11-27T03:00:00.000Z','2026-11-30T06:00:00.000Z','pending',0,0,'2026-11-27T03:00:00.000Z',NULL,NULL,'2026-11-24T01:00:00.000Z',NULL);
INSERT INTO "letter" VALUES('404c85afd6ab363d','deadline:1a50d9c34962b851 2026-11-30 2026-11-27T03:00:00.000Z','deadline','1a50d9c34962b851 2026-11-30 2026-11-27T03:00:00.000Z','mail','',2,'2026-11-27T03:00:00.000Z','2026-11-30T06:00:00.000Z','pending',0,0,'2026-11-27T03:00:00.000Z',NULL,NULL,'2026-11-24T01:00:00.000Z',NULL);
INSERT INTO "letter" VALUES('5eafd9e959260ef0','today:1a50d9c34962b851 2026-11-30 2026-11-27T03:00:00.000Z@chat','today','1a50d9c34962b851 2026-11-30 2026-11-27T03:00:00.000Z','web','web:closed',2,'2026-11-29T23:00:00.000Z','2026-11-30T07:00:00.000Z','pending',0,0,'2026-11-29T23:00:00.000Z',NULL,NULL,'2026-11-24T01:00:00.000Z',NULL);
INSERT INTO "letter" VALUES('bf5cfc3b82e53daa','today:1a50d9c34962b851 2026-11-30 2026-11-27T03:00:00.000Z','today','1a50d9c34962b851 2026-11-30 2026-11-27T03:00:00.000Z','mail','',2,'2026-11-29T23:00:00.000Z','2026-11-30T07:00:00.000Z','pending',0,0,'2026-11-29T23:00:00.000Z',NULL,NULL,'2026-11-24T01:00:00.000Z',NULL);
INSERT INTO "letter" VALUES('bf166de95a45f52e','proof:edc0059ee013cd36','proof','edc0059ee013cd36','mail','',0,'2026-11-26T01:00:03.000Z','2026-11-26T02:00:03.000Z','pending',0,0,'2026-11-26T01:00:03.000Z',NULL,NULL,'2026-11-26T01:00:03.000Z',NULL);
INSERT INTO "letter" VALUES('e852c0378fae560e','confirmation:fc582d8edab85c99:1','confirmation','fc582d8edab85c99:1','mail','',1,'2026-11-26T01:00:20.000Z',NULL,'pending',0,0,'2026-11-26T01:00:20.000Z',NULL,NULL,'2026-11-26T01:00:20.000Z',NULL);
INSERT INTO "letter" VALUES('bed150e5be209b84','can-change:0ea11893d53e27c9 2026-12-01 2026-11-30T03:00:00.000Z@chat','can-change','0ea11893d53e27c9 2026-12-01 2026-11-30T03:00:00.000Z','web','web:whole',2,'2026-11-30T00:00:00.000Z','2026-11-30T03:00:00.000Z','pending',0,0,'2026-11-30T00:00:00.000Z',NULL,NULL,'2026-11-26T01:00:20.000Z',NULL);
INSERT INTO "letter" VALUES('a9c807f31c935779','can-change:0ea11893d53e27c9 2026-12-01 2026-11-30T03:00:00.000Z','can-change','0ea11893d53e27c9 2026-12-01 2026-11-30T03:00:00.000Z','mail','',2,'2026-11-30T00:00:00.000Z','2026-11-30T03:00:00.000Z','pending',0,0,'2026-11-30T00:00:00.000Z',NULL,NULL,'2026-11-26T01:00:20.000Z',NULL);
INSERT INTO "letter" VALUES('bfe86b6b471715dc','deadline:0ea11893d53e27c9 2026-12-01 2026-11-30T03:00:00.000Z@chat','deadline','0ea11893d53e27c9 2026-12-01 2026-11-30T03:00:00.000Z','web','web:whole',2,'2026-11-30T03:00:00.000Z','2026-12-01T06:00:00.000Z','pending',0,0,'2026-11-30T03:00:00.000Z',NULL,NULL,'2026-11-26T01:00:20.000Z',NULL);
INSERT INTO "letter" VALUES('a14dfc8d83db1885','deadline:0ea11893d53e27c9 2026-12-01 2026-11-30T03:00:00.000Z','deadline','0ea11893d53e27c9 2026-12-01 2026-11-30T03:00:00.000Z','mail','',2,'2026-11-30T03:00:00.000Z','2026-12-01T06:00:00.000Z','pending',0,0,'2026-11-30T03:00:00.000Z',NULL,NULL,'2026-11-26T01:00:20.000Z',NULL);
INSERT INTO "letter" VALUES('24d6530a1bc1a4e0','today:0ea11893d53e27c9 2026-12-01 2026-11-30T03:00:00.000Z@chat','today','0ea11893d53e27c9 2026-12-01 2026-11-30T03:00:00.000Z','web','web:whole',2,'2026-11-30T23:00:00.000Z','2026-12-01T07:00:00.000Z','pending',0,0,'2026-11-30T23:00:00.000Z',NULL,NULL,'2026-11-26T01:00:20.000Z',NULL);
INSERT INTO "letter" VALUES('aecaad6b3b49e6b7','today:0ea11893d53e27c9 2026-12-01 2026-11-30T03:00:00.000Z','today','0ea11893d53e27c9 2026-12-01 2026-11-30T03:00:00.000Z','mail','',2,'2026-11-30T23:00:00.000Z','2026-12-01T07:00:00.000Z','pending',0,0,'2026-11-30T23:00:00.000Z',NULL,NULL,'2026-11-26T01:00:20.000Z',NULL);
INSERT INTO "letter" VALUES('407e48154b2a9f85','proof:348acf54288617db','proof','348acf54288617db','mail','',0,'2026-11-26T01:00:24.000Z','2026-11-26T02:00:24.000Z','pending',0,0,'2026-11-26T01:00:24.000Z',NULL,NULL,'2026-11-26T01:00:24.000Z',NULL);
INSERT INTO "letter" VALUES('73179d1b18179971','proof:af0341a68effefcd','proof','af0341a68effefcd','mail','',0,'2026-11-26T01:00:44.000Z','2026-11-26T02:00:44.000Z','pending',0,0,'2026-11-26T01:00:44.000Z',NULL,NULL,'2026-11-26T01:00:44.000Z',NULL);
INSERT INTO "letter" VALUES('bca0f073a5593390','proof:0b46e08bff4fa54a','proof','0b46e08bff4fa54a','mail','',0,'2026-11-26T01:00:48.000Z','2026-11-26T02:00:48.000Z','pending',0,0,'2026-11-26T01:00:48.000Z',NULL,NULL,'2026-11-26T01:00:48.000Z',NULL);
INSERT INTO "letter" VALUES('ecb8c678d4f1aca8','proof:f80a50b1e82a20ce','proof','f80a50b1e82a20ce','mail','',0,'2026-11-26T01:00:56.000Z','2026-11-26T02:00:56.000Z','pending',0,0,'2026-11-26T01:00:56.000Z',NULL,NULL,'2026-11-26T01:00:56.000Z',NULL);
INSERT INTO "letter" VALUES('7b32397f77f44bbf','confirmation:9c64668c2893fda9:1','confirmation','9c64668c2893fda9:1','mail','',1,'2026-11-26T01:01:01.000Z',NULL,'pending',0,0,'2026-11-26T01:01:01.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z',NULL);
INSERT INTO "letter" VALUES('5614f80e3a9d616e','can-change:e2e1536825183fd3 2026-12-01 2026-11-30T03:00:00.000Z@chat','can-change','e2e1536825183fd3 2026-12-01 2026-11-30T03:00:00.000Z','web','web:a',2,'2026-11-30T00:00:00.000Z','2026-11-30T03:00:00.000Z','pending',0,0,'2026-11-30T00:00:00.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z',NULL);
INSERT INTO "letter" VALUES('76869107c901afaf','can-change:e2e1536825183fd3 2026-12-01 2026-11-30T03:00:00.000Z','can-change','e2e1536825183fd3 2026-12-01 2026-11-30T03:00:00.000Z','mail','',2,'2026-11-30T00:00:00.000Z','2026-11-30T03:00:00.000Z','pending',0,0,'2026-11-30T00:00:00.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z',NULL);
INSERT INTO "letter" VALUES('911b34c6f334f369','deadline:e2e1536825183fd3 2026-12-01 2026-11-30T03:00:00.000Z@chat','deadline','e2e1536825183fd3 2026-12-01 2026-11-30T03:00:00.000Z','web','web:a',2,'2026-11-30T03:00:00.000Z','2026-12-01T06:00:00.000Z','pending',0,0,'2026-11-30T03:00:00.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z',NULL);
INSERT INTO "letter" VALUES('6aede22dc1ce3f3d','deadline:e2e1536825183fd3 2026-12-01 2026-11-30T03:00:00.000Z','deadline','e2e1536825183fd3 2026-12-01 2026-11-30T03:00:00.000Z','mail','',2,'2026-11-30T03:00:00.000Z','2026-12-01T06:00:00.000Z','pending',0,0,'2026-11-30T03:00:00.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z',NULL);
INSERT INTO "letter" VALUES('6f32916c36a27e28','today:e2e1536825183fd3 2026-12-01 2026-11-30T03:00:00.000Z@chat','today','e2e1536825183fd3 2026-12-01 2026-11-30T03:00:00.000Z','web','web:a',2,'2026-11-30T23:00:00.000Z','2026-12-01T07:00:00.000Z','pending',0,0,'2026-11-30T23:00:00.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z',NULL);
INSERT INTO "letter" VALUES('4931d448fae91ab2','today:e2e1536825183fd3 2026-12-01 2026-11-30T03:00:00.000Z','today','e2e1536825183fd3 2026-12-01 2026-11-30T03:00:00.000Z','mail','',2,'2026-11-30T23:00:00.000Z','2026-12-01T07:00:00.000Z','pending',0,0,'2026-11-30T23:00:00.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z',NULL);
INSERT INTO "letter" VALUES('e3566dff587c295e','confirmation:e4877c2915c2330f:1','confirmation','e4877c2915c2330f:1','mail','',1,'2026-11-26T01:01:01.000Z',NULL,'pending',0,0,'2026-11-26T01:01:01.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z',NULL);
INSERT INTO "letter" VALUES('53d46e06deee011f','can-change:7af236049fe01fd2 2026-12-01 2026-11-30T03:00:00.000Z@chat','can-change','7af236049fe01fd2 2026-12-01 2026-11-30T03:00:00.000Z','web','web:b',2,'2026-11-30T00:00:00.000Z','2026-11-30T03:00:00.000Z','skipped',0,0,'2026-11-30T00:00:00.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z','2026-11-26T01:01:01.000Z');
INSERT INTO "letter" VALUES('2483fb0dea9f0442','can-change:7af236049fe01fd2 2026-12-01 2026-11-30T03:00:00.000Z','can-change','7af236049fe01fd2 2026-12-01 2026-11-30T03:00:00.000Z','mail','',2,'2026-11-30T00:00:00.000Z','2026-11-30T03:00:00.000Z','skipped',0,0,'2026-11-30T00:00:00.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z','2026-11-26T01:01:01.000Z');
INSERT INTO "letter" VALUES('8e0013b19dc15d28','deadline:7af236049fe01fd2 2026-12-01 2026-11-30T03:00:00.000Z@chat','deadline','7af236049fe01fd2 2026-12-01 2026-11-30T03:00:00.000Z','web','web:b',2,'2026-11-30T03:00:00.000Z','2026-12-01T06:00:00.000Z','skipped',0,0,'2026-11-30T03:00:00.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z','2026-11-26T01:01:01.000Z');
INSERT INTO "letter" VALUES('ae68e6a69bbdf6aa','deadline:7af236049fe01fd2 2026-12-01 2026-11-30T03:00:00.000Z','deadline','7af236049fe01fd2 2026-12-01 2026-11-30T03:00:00.000Z','mail','',2,'2026-11-30T03:00:00.000Z','2026-12-01T06:00:00.000Z','skipped',0,0,'2026-11-30T03:00:00.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z','2026-11-26T01:01:01.000Z');
INSERT INTO "letter" VALUES('5d13cec2505d5670','today:7af236049fe01fd2 2026-12-01 2026-11-30T03:00:00.000Z@chat','today','7af236049fe01fd2 2026-12-01 2026-11-30T03:00:00.000Z','web','web:b',2,'2026-11-30T23:00:00.000Z','2026-12-01T07:00:00.000Z','skipped',0,0,'2026-11-30T23:00:00.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z','2026-11-26T01:01:01.000Z');
INSERT INTO "letter" VALUES('7bde70f2c60ccea2','today:7af236049fe01fd2 2026-12-01 2026-11-30T03:00:00.000Z','today','7af236049fe01fd2 2026-12-01 2026-11-30T03:00:00.000Z','mail','',2,'2026-11-30T23:00:00.000Z','2026-12-01T07:00:00.000Z','skipped',0,0,'2026-11-30T23:00:00.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z','2026-11-26T01:01:01.000Z');
INSERT INTO "letter" VALUES('f3b1af5820c5dfbc','confirmation:9c64668c2893fda9:2','confirmation','9c64668c2893fda9:2','mail','',1,'2026-11-26T01:01:01.000Z',NULL,'pending',0,0,'2026-11-26T01:01:01.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z',NULL);
INSERT INTO "letter" VALUES('560f460d4ec776fa','cancellation:e4877c2915c2330f:2','cancellation','e4877c2915c2330f:2','mail','',1,'2026-11-26T01:01:01.000Z',NULL,'pending',0,0,'2026-11-26T01:01:01.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z',NULL);
CREATE TABLE migration (number INTEGER PRIMARY KEY, applied TEXT NOT NULL);
INSERT INTO "migration" VALUES(1,'2026-11-26T01:00:00.000Z');
INSERT INTO "migration" VALUES(2,'2026-11-26T01:00:00.000Z');
INSERT INTO "migration" VALUES(3,'2026-11-26T01:00:00.000Z');
INSERT INTO "migration" VALUES(4,'2026-11-26T01:00:00.000Z');
INSERT INTO "migration" VALUES(5,'2026-11-26T01:00:00.000Z');
INSERT INTO "migration" VALUES(6,'2026-11-26T01:00:00.000Z');
INSERT INTO "migration" VALUES(7,'2026-11-26T01:00:00.000Z');
CREATE TABLE outcome (
    booking    TEXT NOT NULL REFERENCES booking (id),
    comparable TEXT NOT NULL,
    outcome    TEXT NOT NULL,
    missing    TEXT,
    PRIMARY KEY (booking, comparable)
);
CREATE TABLE pulse (
    id TEXT PRIMARY KEY,
    at TEXT NOT NULL
);
CREATE TABLE shift (
    id    TEXT PRIMARY KEY,
    staff TEXT NOT NULL REFERENCES staff (id),
    until TEXT NOT NULL
);
CREATE TABLE shown (
    chat     TEXT PRIMARY KEY,
    revision INTEGER NOT NULL,
    message  INTEGER NOT NULL,
    is_kept  INTEGER NOT NULL,
    standing TEXT NOT NULL
);
CREATE TABLE slot (
    day    TEXT NOT NULL,
    hour   INTEGER NOT NULL,
    places INTEGER CHECK (places >= 0),
    PRIMARY KEY (day, hour)
);
INSERT INTO "slot" VALUES('2026-11-26',9,NULL);
INSERT INTO "slot" VALUES('2026-11-30',9,NULL);
INSERT INTO "slot" VALUES('2026-12-01',10,NULL);
INSERT INTO "slot" VALUES('2026-12-02',10,NULL);
INSERT INTO "slot" VALUES('2026-12-01',9,NULL);
CREATE TABLE staff (
    id         TEXT PRIMARY KEY,
    name       TEXT NOT NULL UNIQUE,
    role       TEXT NOT NULL CHECK (role IN ('clerk', 'manager')),
    passphrase TEXT NOT NULL,
    link       TEXT NOT NULL,
    link_until TEXT NOT NULL,
    tries      INTEGER NOT NULL,
    tried      TEXT NOT NULL,
    added      TEXT NOT NULL,
    removed    TEXT
);
INSERT INTO "staff" VALUES('43c2f0974a2d17b7','田中','clerk','','田中','2026-11-27T00:10:00.000Z',0,'','2026-11-26T00:10:00.000Z',NULL);
CREATE TABLE strike (
    booking TEXT PRIMARY KEY REFERENCES booking (id),
    agent   TEXT NOT NULL REFERENCES agent (id),
    day     TEXT NOT NULL,
    reason  TEXT NOT NULL
);
CREATE TABLE upload (
    digest TEXT PRIMARY KEY,
    file   TEXT NOT NULL,
    at     TEXT NOT NULL
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
INSERT INTO "verification" VALUES('edc0059ee013cd36','web:whole','whole@example.jp','whole@example.jp','2026-10-01','x','2026-11-26T01:00:03.000Z','2026-11-26T02:00:03.000Z',0,'used','');
INSERT INTO "verification" VALUES('348acf54288617db','web:half','half@example.jp','half@example.jp','2026-10-01','x','2026-11-26T01:00:24.000Z','2026-11-26T02:00:24.000Z',0,'used','');
INSERT INTO "verification" VALUES('af0341a68effefcd','web:asked','asked@example.jp','asked@example.jp','2026-10-01','x','2026-11-26T01:00:44.000Z','2026-11-26T02:00:44.000Z',0,'open','');
INSERT INTO "verification" VALUES('0b46e08bff4fa54a','telegram:7','telegram@example.jp','telegram@example.jp','2026-10-01','x','2026-11-26T01:00:48.000Z','2026-11-26T02:00:48.000Z',0,'used','');
INSERT INTO "verification" VALUES('f80a50b1e82a20ce','line:U7','line@example.jp','line@example.jp','2026-10-01','x','2026-11-26T01:00:56.000Z','2026-11-26T02:00:56.000Z',0,'used','');
CREATE TABLE visit (
    agent        TEXT NOT NULL,
    day          TEXT NOT NULL,
    hour         INTEGER NOT NULL,
    version      INTEGER NOT NULL,
    arrived      TEXT,
    exception    TEXT NOT NULL,
    is_late_told INTEGER NOT NULL,
    is_absent    INTEGER NOT NULL,
    PRIMARY KEY (agent, day, hour)
);
INSERT INTO "visit" VALUES('b6f6743e9cce03ee','2026-11-26',9,1,'2026-11-26T00:10:00.000Z','',0,0);
CREATE TABLE wish (
    id    TEXT PRIMARY KEY,
    agent TEXT NOT NULL REFERENCES agent (id),
    chat  TEXT NOT NULL,
    day   TEXT NOT NULL,
    hour  INTEGER NOT NULL,
    asked TEXT NOT NULL,
    told  TEXT,
    UNIQUE (agent, day, hour)
);
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
CREATE INDEX booking_case_number ON booking_case (comparable, agent);
CREATE INDEX hold_chat ON hold (chat);
CREATE INDEX chat_agent ON chat (agent);
CREATE INDEX booking_day ON booking (day);
CREATE INDEX heard_at ON heard (at);
CREATE INDEX hold_until ON hold (until);
CREATE INDEX agent_leaving ON agent (leaving);
CREATE INDEX letter_waiting ON letter (channel, priority, next_attempt) WHERE state = 'pending';
CREATE INDEX letter_leased ON letter (channel, lease_until) WHERE state = 'leased';
CREATE INDEX letter_subject ON letter (subject);
CREATE INDEX letter_failed ON letter (finished) WHERE state IN ('failed', 'uncertain');
CREATE INDEX bubble_about ON bubble (chat, about) WHERE about <> '';
CREATE INDEX wish_slot ON wish (day, hour, asked);
CREATE INDEX bubble_at ON bubble (at);
CREATE INDEX chat_spoke ON chat (spoke);
CREATE INDEX upload_at ON upload (at);
CREATE INDEX letter_chat ON letter (chat) WHERE state = 'pending' AND chat <> '';
CREATE INDEX letter_passing ON letter (put)
    WHERE kind IN ('proof', 'readdressed', 'vacancy', 'returned', 'card', 'calendar');
CREATE INDEX shift_until ON shift (until);
CREATE INDEX journal_at ON journal (at);
CREATE INDEX journal_about ON journal (about, at);
CREATE INDEX visit_day ON visit (day);
CREATE INDEX agent_suspended ON agent (suspended_until);
COMMIT;
