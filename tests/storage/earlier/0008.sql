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
, language TEXT NOT NULL DEFAULT 'ja', leaving TEXT, atoned TEXT);
INSERT INTO "agent" VALUES('85320ff43ae7c38f','today@example.jp','佐藤 花子','佐藤行政書士事務所','notified','神行第1234号','2027-03-31','',NULL,'2026-10-01','2026-11-24T01:00:00.000Z','2026-11-24T01:00:00.000Z','ja',NULL,NULL);
INSERT INTO "agent" VALUES('c5e7e98ab9ab3bcf','closed@example.jp','佐藤 花子','佐藤行政書士事務所','notified','神行第1234号','2027-03-31','',NULL,'2026-10-01','2026-11-24T01:00:00.000Z','2026-11-24T01:00:00.000Z','ja',NULL,NULL);
INSERT INTO "agent" VALUES('908f1b1b4be7c3ab','whole@example.jp','李 明','李行政書士事務所','notified','123','2030-01-01','',NULL,'2026-10-01','2026-11-26T01:00:04.000Z','2026-11-26T01:00:04.000Z','ja',NULL,NULL);
INSERT INTO "agent" VALUES('f9fad843f0a0b338','half@example.jp','李 明','李行政書士事務所','notified','123','2030-01-01','',NULL,'2026-10-01','2026-11-26T01:00:25.000Z','2026-11-26T01:00:25.000Z','ja',NULL,NULL);
INSERT INTO "agent" VALUES('67d17b9f114c6cbb','telegram@example.jp','','',NULL,'',NULL,'',NULL,'2026-10-01','2026-11-26T01:00:49.000Z','2026-11-26T01:00:49.000Z','ja',NULL,NULL);
INSERT INTO "agent" VALUES('b7931cd5a8653c53','line@example.jp','','',NULL,'',NULL,'',NULL,'2026-10-01','2026-11-26T01:00:57.000Z','2026-11-26T01:00:57.000Z','ja',NULL,NULL);
INSERT INTO "agent" VALUES('ce544e077838a12d','a@example.jp','佐藤 花子','佐藤行政書士事務所','notified','神行第1234号','2027-03-31','',NULL,'2026-10-01','2026-11-26T01:01:01.000Z','2026-11-26T01:01:01.000Z','ja',NULL,NULL);
INSERT INTO "agent" VALUES('20130ac2bb46601e','b@example.jp','佐藤 花子','佐藤行政書士事務所','notified','神行第1234号','2027-03-31','',NULL,'2026-10-01','2026-11-26T01:01:01.000Z','2026-11-26T01:01:01.000Z','ja',NULL,NULL);
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
, rebook_until TEXT);
INSERT INTO "booking" VALUES('252f89bdb4b7a207','AMKKD7WU','85320ff43ae7c38f','web:today','2026-11-26',9,'own','extension','booked',2,'2026-11-25T03:00:00.000Z',1,'2026-10-01',NULL,'2026-11-24T01:00:00.000Z',NULL);
INSERT INTO "booking" VALUES('3bf2edc2a482873b','5H7FS5PM','c5e7e98ab9ab3bcf','web:closed','2026-11-30',9,'own','extension','cancelled',1,'2026-11-27T03:00:00.000Z',2,'2026-10-01',NULL,'2026-11-24T01:00:00.000Z','2026-11-27T00:10:00.000Z');
INSERT INTO "booking" VALUES('2270c25af88ed38b','4E3U7JMN','908f1b1b4be7c3ab','web:whole','2026-12-01',10,'own','change','booked',2,'2026-11-30T03:00:00.000Z',1,'2026-10-01',NULL,'2026-11-26T01:00:20.000Z',NULL);
INSERT INTO "booking" VALUES('e9c7b00beb8fc2cf','M9Y5MC2N','ce544e077838a12d','web:a','2026-12-01',9,'own','extension','booked',3,'2026-11-30T03:00:00.000Z',2,'2026-10-01',NULL,'2026-11-26T01:01:01.000Z',NULL);
INSERT INTO "booking" VALUES('d253fefcf5b0385d','AZNNM6XT','20130ac2bb46601e','web:b','2026-12-01',9,'own','extension','cancelled',3,'2026-11-30T03:00:00.000Z',2,'2026-10-01',NULL,'2026-11-26T01:01:01.000Z',NULL);
CREATE TABLE booking_case (
    booking    TEXT NOT NULL REFERENCES booking (id),
    position   INTEGER NOT NULL,
    agent      TEXT NOT NULL,
    typed      TEXT NOT NULL,
    comparable TEXT NOT NULL,
    PRIMARY KEY (booking, position)
);
INSERT INTO "booking_case" VALUES('252f89bdb4b7a207',0,'85320ff43ae7c38f','東永P9201','東永P9201');
INSERT INTO "booking_case" VALUES('252f89bdb4b7a207',1,'85320ff43ae7c38f','東永P9202','東永P9202');
INSERT INTO "booking_case" VALUES('3bf2edc2a482873b',0,'c5e7e98ab9ab3bcf','東永P9301','東永P9301');
INSERT INTO "booking_case" VALUES('2270c25af88ed38b',0,'908f1b1b4be7c3ab','東永P1234','東永P1234');
INSERT INTO "booking_case" VALUES('2270c25af88ed38b',1,'908f1b1b4be7c3ab','777','777');
INSERT INTO "booking_case" VALUES('d253fefcf5b0385d',0,'20130ac2bb46601e','東永P9101','東永P9101');
INSERT INTO "booking_case" VALUES('d253fefcf5b0385d',1,'20130ac2bb46601e','東永P9102','東永P9102');
INSERT INTO "booking_case" VALUES('d253fefcf5b0385d',2,'20130ac2bb46601e','東永P9103','東永P9103');
INSERT INTO "booking_case" VALUES('e9c7b00beb8fc2cf',0,'ce544e077838a12d','東永P9001','東永P9001');
INSERT INTO "booking_case" VALUES('e9c7b00beb8fc2cf',1,'ce544e077838a12d','東永P9002','東永P9002');
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
INSERT INTO "chat" VALUES('web:whole','908f1b1b4be7c3ab','ja','booked','{"booking": "4E3U7JMN"}','[]','["/bookings", "/book", "/menu", "/help"]',21,'2026-11-26T01:00:20.000Z');
INSERT INTO "chat" VALUES('web:half','f9fad843f0a0b338','ja','review','{"mode": "own", "kinds": ["change"], "looking": "2026-12-02", "day": "2026-12-02", "hour": 10, "numbers": ["東永P1234", "777"]}','["mode", "kinds", "counter", "day", "slot", "numbers", "doubts"]','["correct 0", "remove 0", "correct 1", "remove 1", "confirm", "slot", "add", "mode", "/notice", "/back", "/restart", "/stop", "/menu", "/help"]',20,'2026-11-26T01:00:40.000Z');
INSERT INTO "chat" VALUES('web:asked',NULL,'ja','code','{"agreed": "2026-10-01", "address": "asked@example.jp"}','["eligibility", "notice", "address"]','["resend", "other", "/back", "/restart", "/stop", "/menu", "/help"]',4,'2026-11-26T01:00:44.000Z');
INSERT INTO "chat" VALUES('telegram:7','67d17b9f114c6cbb','ja','certificate_number','{"agreed": "2026-10-01", "address": "telegram@example.jp", "name": "李 明", "workplace": "李行政書士事務所", "certificate": "notified"}','["name", "workplace", "certificate"]','["/back", "/restart", "/stop", "/menu", "/help"]',8,'2026-11-26T01:00:52.000Z');
INSERT INTO "chat" VALUES('line:U7','b7931cd5a8653c53','ja','certificate_number','{"agreed": "2026-10-01", "address": "line@example.jp", "name": "李 明", "workplace": "李行政書士事務所", "certificate": "notified"}','["name", "workplace", "certificate"]','["/back", "/restart", "/stop", "/menu", "/help"]',8,'2026-11-26T01:01:00.000Z');
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
INSERT INTO "earlier" VALUES('3bf2edc2a482873b',1,'2026-11-30',9,'東永P9301','2026-11-26T00:10:00.000Z');
INSERT INTO "earlier" VALUES('e9c7b00beb8fc2cf',1,'2026-12-01',9,'東永P9001
東永P9002
東永P9003','2026-11-26T01:01:01.000Z');
INSERT INTO "earlier" VALUES('d253fefcf5b0385d',1,'2026-12-01',9,'東永P9101
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
, chat TEXT NOT NULL DEFAULT '', cutoff TEXT NOT NULL DEFAULT '');
INSERT INTO "hold" VALUES('web:half','f9fad843f0a0b338','2026-12-02',10,'2026-11-26T01:10:38.000Z','web:half','2026-12-01T03:00:00.000Z');
CREATE TABLE journal (
    id     TEXT PRIMARY KEY,
    at     TEXT NOT NULL,
    staff  TEXT NOT NULL,
    act    TEXT NOT NULL,
    about  TEXT NOT NULL,
    why    TEXT NOT NULL,
    result TEXT NOT NULL
);
INSERT INTO "journal" VALUES('895bafdde7fd94e7 64ba58d07ecb56001afbed82','2026-11-26T00:10:00.000Z','895bafdde7fd94e7','check-in','252f89bdb4b7a207','','done');
INSERT INTO "journal" VALUES('d46f55df640736b5 d32ee7b0eb2ffac129412e84','2026-11-26T00:10:00.000Z','d46f55df640736b5','close','2026-11-30 2026-11-30 9','台風の接近','done');
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
INSERT INTO "letter" VALUES('b89a4974aef2eb26','confirmation:252f89bdb4b7a207:1','confirmation','252f89bdb4b7a207:1','mail','',1,'2026-11-24T01:00:00.000Z',NULL,'pending',0,0,'2026-11-24T01:00:00.000Z',NULL,NULL,'2026-11-24T01:00:00.000Z',NULL);
INSERT INTO "letter" VALUES('00e4714dc2b92560','can-change:85320ff43ae7c38f 2026-11-26 2026-11-25T03:00:00.000Z@chat','can-change','85320ff43ae7c38f 2026-11-26 2026-11-25T03:00:00.000Z','web','web:today',2,'2026-11-25T00:00:00.000Z','2026-11-25T03:00:00.000Z','pending',0,0,'2026-11-25T00:00:00.000Z',NULL,NULL,'2026-11-24T01:00:00.000Z',NULL);
INSERT INTO "letter" VALUES('d168a893ec51784d','can-change:85320ff43ae7c38f 2026-11-26 2026-11-25T03:00:00.000Z','can-change','85320ff43ae7c38f 2026-11-26 2026-11-25T03:00:00.000Z','mail','',2,'2026-11-25T00:00:00.000Z','2026-11-25T03:00:00.000Z','pending',0,0,'2026-11-25T00:00:00.000Z',NULL,NULL,'2026-11-24T01:00:00.000Z',NULL);
INSERT INTO "letter" VALUES('a50622f3b3db6f85','deadline:85320ff43ae7c38f 2026-11-26 2026-11-25T03:00:00.000Z@chat','deadline','85320ff43ae7c38f 2026-11-26 2026-11-25T03:00:00.000Z','web','web:today',2,'2026-11-25T03:00:00.000Z','2026-11-26T06:00:00.000Z','pending',0,0,'2026-11-25T03:00:00.000Z',NULL,NULL,'2026-11-24T01:00:00.000Z',NULL);
INSERT INTO "letter" VALUES('889d13340bf4bd43','deadline:85320ff43ae7c38f 2026-11-26 2026-11-25T03:00:00.000Z','deadline','85320ff43ae7c38f 2026-11-26 2026-11-25T03:00:00.000Z','mail','',2,'2026-11-25T03:00:00.000Z','2026-11-26T06:00:00.000Z','pending',0,0,'2026-11-25T03:00:00.000Z',NULL,NULL,'2026-11-24T01:00:00.000Z',NULL);
INSERT INTO "letter" VALUES('64c27185c85ddf95','today:85320ff43ae7c38f 2026-11-26 2026-11-25T03:00:00.000Z@chat','today','85320ff43ae7c38f 2026-11-26 2026-11-25T03:00:00.000Z','web','web:today',2,'2026-11-25T23:00:00.000Z','2026-11-26T07:00:00.000Z','pending',0,0,'2026-11-25T23:00:00.000Z',NULL,NULL,'2026-11-24T01:00:00.000Z',NULL);
INSERT INTO "letter" VALUES('4c30bcadcc6d439c','today:85320ff43ae7c38f 2026-11-26 2026-11-25T03:00:00.000Z','today','85320ff43ae7c38f 2026-11-26 2026-11-25T03:00:00.000Z','mail','',2,'2026-11-25T23:00:00.000Z','2026-11-26T07:00:00.000Z','pending',0,0,'2026-11-25T23:00:00.000Z',NULL,NULL,'2026-11-24T01:00:00.000Z',NULL);
INSERT INTO "letter" VALUES('cf0c69a46ebd3f64','confirmation:3bf2edc2a482873b:1','confirmation','3bf2edc2a482873b:1','mail','',1,'2026-11-24T01:00:00.000Z',NULL,'pending',0,0,'2026-11-24T01:00:00.000Z',NULL,NULL,'2026-11-24T01:00:00.000Z',NULL);
INSERT INTO "letter" VALUES('b17e15877f070304','can-change:c5e7e98ab9ab3bcf 2026-11-30 2026-11-27T03:00:00.000Z@chat','can-change','c5e7e98ab9ab3bcf 2026-11-30 2026-11-27T03:00:00.000Z','web','web:closed',2,'2026-11-27T00:00:00.000Z','2026-11-27T03:00:00.000Z','skipped',0,0,'2026-11-27T00:00:00.000Z',NULL,NULL,'2026-11-24T01:00:00.000Z','2026-11-26T00:10:00.000Z');
INSERT INTO "letter" VALUES('3ffe344220ea2e4f','can-change:c5e7e98ab9ab3bcf 2026-11-30 2026-11-27T03:00:00.000Z','can-change','c5e7e98ab9ab3bcf 2026-11-30 2026-11-27T03:00:00.000Z','mail','',2,'2026-11-27T00:00:00.000Z','2026-11-27T03:00:00.000Z','skipped',0,0,'2026-11-27T00:00:00.000Z',NULL,NULL,'2026-11-24T01:00:00.000Z','2026-11-26T00:10:00.000Z');
INSERT INTO "letter" VALUES('0350967907278a81','deadline:c5e7e98ab9ab3bcf 2026-11-30 2026-11-27T03:00:00.000Z@chat','deadline','c5e7e98ab9ab3bcf 2026-11-30 2026-11-27T03:00:00.000Z','web','web:closed',2,'2026-11-27T03:00:00.000Z','2026-11-30T06:00:00.000Z','skipped',0,0,'2026-11-27T03:00:00.000Z',NULL,NULL,'2026-11-24T01:00:00.000Z','2026-11-26T00:10:00.000Z');
INSERT INTO "letter" VALUES('a432ea19d05a01b4','deadline:c5e7e98ab9ab3bcf 2026-11-30 2026-11-27T03:00:00.000Z','deadline','c5e7e98ab9ab3bcf 2026-11-30 2026-11-27T03:00:00.000Z','mail','',2,'2026-11-27T03:00:00.000Z','2026-11-30T06:00:00.000Z','skipped',0,0,'2026-11-27T03:00:00.000Z',NULL,NULL,'2026-11-24T01:00:00.000Z','2026-11-26T00:10:00.000Z');
INSERT INTO "letter" VALUES('0f70d5d39f8e226f','today:c5e7e98ab9ab3bcf 2026-11-30 2026-11-27T03:00:00.000Z@chat','today','c5e7e98ab9ab3bcf 2026-11-30 2026-11-27T03:00:00.000Z','web','web:closed',2,'2026-11-29T23:00:00.000Z','2026-11-30T07:00:00.000Z','skipped',0,0,'2026-11-29T23:00:00.000Z',NULL,NULL,'2026-11-24T01:00:00.000Z','2026-11-26T00:10:00.000Z');
INSERT INTO "letter" VALUES('55d8024564c1cefb','today:c5e7e98ab9ab3bcf 2026-11-30 2026-11-27T03:00:00.000Z','today','c5e7e98ab9ab3bcf 2026-11-30 2026-11-27T03:00:00.000Z','mail','',2,'2026-11-29T23:00:00.000Z','2026-11-30T07:00:00.000Z','skipped',0,0,'2026-11-29T23:00:00.000Z',NULL,NULL,'2026-11-24T01:00:00.000Z','2026-11-26T00:10:00.000Z');
INSERT INTO "letter" VALUES('30fa9d967bb20b24','closed:c5e7e98ab9ab3bcf 2026-11-30 2026-11-27T00:10:00.000Z@chat','closed','c5e7e98ab9ab3bcf 2026-11-30 2026-11-27T00:10:00.000Z','web','web:closed',1,'2026-11-26T00:10:00.000Z',NULL,'pending',0,0,'2026-11-26T00:10:00.000Z',NULL,NULL,'2026-11-26T00:10:00.000Z',NULL);
INSERT INTO "letter" VALUES('5e6f52a72912292f','closed:c5e7e98ab9ab3bcf 2026-11-30 2026-11-27T00:10:00.000Z','closed','c5e7e98ab9ab3bcf 2026-11-30 2026-11-27T00:10:00.000Z','mail','',1,'2026-11-26T00:10:00.000Z',NULL,'pending',0,0,'2026-11-26T00:10:00.000Z',NULL,NULL,'2026-11-26T00:10:00.000Z',NULL);
INSERT INTO "letter" VALUES('27bd1df73aeaf54f','proof:03f518ac96221f0c','proof','03f518ac96221f0c','mail','',0,'2026-11-26T01:00:03.000Z','2026-11-26T02:00:03.000Z','pending',0,0,'2026-11-26T01:00:03.000Z',NULL,NULL,'2026-11-26T01:00:03.000Z',NULL);
INSERT INTO "letter" VALUES('f7c74fe830484686','confirmation:2270c25af88ed38b:1','confirmation','2270c25af88ed38b:1','mail','',1,'2026-11-26T01:00:20.000Z',NULL,'pending',0,0,'2026-11-26T01:00:20.000Z',NULL,NULL,'2026-11-26T01:00:20.000Z',NULL);
INSERT INTO "letter" VALUES('3e6dd83a970e6ba2','can-change:908f1b1b4be7c3ab 2026-12-01 2026-11-30T03:00:00.000Z@chat','can-change','908f1b1b4be7c3ab 2026-12-01 2026-11-30T03:00:00.000Z','web','web:whole',2,'2026-11-30T00:00:00.000Z','2026-11-30T03:00:00.000Z','pending',0,0,'2026-11-30T00:00:00.000Z',NULL,NULL,'2026-11-26T01:00:20.000Z',NULL);
INSERT INTO "letter" VALUES('83bf7665510ed3d7','can-change:908f1b1b4be7c3ab 2026-12-01 2026-11-30T03:00:00.000Z','can-change','908f1b1b4be7c3ab 2026-12-01 2026-11-30T03:00:00.000Z','mail','',2,'2026-11-30T00:00:00.000Z','2026-11-30T03:00:00.000Z','pending',0,0,'2026-11-30T00:00:00.000Z',NULL,NULL,'2026-11-26T01:00:20.000Z',NULL);
INSERT INTO "letter" VALUES('ed2958626f83fbe5','deadline:908f1b1b4be7c3ab 2026-12-01 2026-11-30T03:00:00.000Z@chat','deadline','908f1b1b4be7c3ab 2026-12-01 2026-11-30T03:00:00.000Z','web','web:whole',2,'2026-11-30T03:00:00.000Z','2026-12-01T06:00:00.000Z','pending',0,0,'2026-11-30T03:00:00.000Z',NULL,NULL,'2026-11-26T01:00:20.000Z',NULL);
INSERT INTO "letter" VALUES('76c582185ab4dbc4','deadline:908f1b1b4be7c3ab 2026-12-01 2026-11-30T03:00:00.000Z','deadline','908f1b1b4be7c3ab 2026-12-01 2026-11-30T03:00:00.000Z','mail','',2,'2026-11-30T03:00:00.000Z','2026-12-01T06:00:00.000Z','pending',0,0,'2026-11-30T03:00:00.000Z',NULL,NULL,'2026-11-26T01:00:20.000Z',NULL);
INSERT INTO "letter" VALUES('1fd1b41aec28f540','today:908f1b1b4be7c3ab 2026-12-01 2026-11-30T03:00:00.000Z@chat','today','908f1b1b4be7c3ab 2026-12-01 2026-11-30T03:00:00.000Z','web','web:whole',2,'2026-11-30T23:00:00.000Z','2026-12-01T07:00:00.000Z','pending',0,0,'2026-11-30T23:00:00.000Z',NULL,NULL,'2026-11-26T01:00:20.000Z',NULL);
INSERT INTO "letter" VALUES('c356a8da9a5d20ef','today:908f1b1b4be7c3ab 2026-12-01 2026-11-30T03:00:00.000Z','today','908f1b1b4be7c3ab 2026-12-01 2026-11-30T03:00:00.000Z','mail','',2,'2026-11-30T23:00:00.000Z','2026-12-01T07:00:00.000Z','pending',0,0,'2026-11-30T23:00:00.000Z',NULL,NULL,'2026-11-26T01:00:20.000Z',NULL);
INSERT INTO "letter" VALUES('e204331629c87fe5','proof:0685271bab139c75','proof','0685271bab139c75','mail','',0,'2026-11-26T01:00:24.000Z','2026-11-26T02:00:24.000Z','pending',0,0,'2026-11-26T01:00:24.000Z',NULL,NULL,'2026-11-26T01:00:24.000Z',NULL);
INSERT INTO "letter" VALUES('a3761b73588293b5','proof:955a3d205ae99e4f','proof','955a3d205ae99e4f','mail','',0,'2026-11-26T01:00:44.000Z','2026-11-26T02:00:44.000Z','pending',0,0,'2026-11-26T01:00:44.000Z',NULL,NULL,'2026-11-26T01:00:44.000Z',NULL);
INSERT INTO "letter" VALUES('9a508f64fce3d9ca','proof:35e67ce7c9371ca0','proof','35e67ce7c9371ca0','mail','',0,'2026-11-26T01:00:48.000Z','2026-11-26T02:00:48.000Z','pending',0,0,'2026-11-26T01:00:48.000Z',NULL,NULL,'2026-11-26T01:00:48.000Z',NULL);
INSERT INTO "letter" VALUES('d2b8bb17ecbc0e36','proof:6ec7730d1327b177','proof','6ec7730d1327b177','mail','',0,'2026-11-26T01:00:56.000Z','2026-11-26T02:00:56.000Z','pending',0,0,'2026-11-26T01:00:56.000Z',NULL,NULL,'2026-11-26T01:00:56.000Z',NULL);
INSERT INTO "letter" VALUES('36ae52ca5c9dc24a','confirmation:e9c7b00beb8fc2cf:1','confirmation','e9c7b00beb8fc2cf:1','mail','',1,'2026-11-26T01:01:01.000Z',NULL,'pending',0,0,'2026-11-26T01:01:01.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z',NULL);
INSERT INTO "letter" VALUES('f66de8e704ac938f','can-change:ce544e077838a12d 2026-12-01 2026-11-30T03:00:00.000Z@chat','can-change','ce544e077838a12d 2026-12-01 2026-11-30T03:00:00.000Z','web','web:a',2,'2026-11-30T00:00:00.000Z','2026-11-30T03:00:00.000Z','pending',0,0,'2026-11-30T00:00:00.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z',NULL);
INSERT INTO "letter" VALUES('baba859ca7a9fe99','can-change:ce544e077838a12d 2026-12-01 2026-11-30T03:00:00.000Z','can-change','ce544e077838a12d 2026-12-01 2026-11-30T03:00:00.000Z','mail','',2,'2026-11-30T00:00:00.000Z','2026-11-30T03:00:00.000Z','pending',0,0,'2026-11-30T00:00:00.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z',NULL);
INSERT INTO "letter" VALUES('26d461f1ced81761','deadline:ce544e077838a12d 2026-12-01 2026-11-30T03:00:00.000Z@chat','deadline','ce544e077838a12d 2026-12-01 2026-11-30T03:00:00.000Z','web','web:a',2,'2026-11-30T03:00:00.000Z','2026-12-01T06:00:00.000Z','pending',0,0,'2026-11-30T03:00:00.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z',NULL);
INSERT INTO "letter" VALUES('51ab1b2ddf38ddc8','deadline:ce544e077838a12d 2026-12-01 2026-11-30T03:00:00.000Z','deadline','ce544e077838a12d 2026-12-01 2026-11-30T03:00:00.000Z','mail','',2,'2026-11-30T03:00:00.000Z','2026-12-01T06:00:00.000Z','pending',0,0,'2026-11-30T03:00:00.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z',NULL);
INSERT INTO "letter" VALUES('67ea6071c89d30c7','today:ce544e077838a12d 2026-12-01 2026-11-30T03:00:00.000Z@chat','today','ce544e077838a12d 2026-12-01 2026-11-30T03:00:00.000Z','web','web:a',2,'2026-11-30T23:00:00.000Z','2026-12-01T07:00:00.000Z','pending',0,0,'2026-11-30T23:00:00.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z',NULL);
INSERT INTO "letter" VALUES('ca716b60427918b4','today:ce544e077838a12d 2026-12-01 2026-11-30T03:00:00.000Z','today','ce544e077838a12d 2026-12-01 2026-11-30T03:00:00.000Z','mail','',2,'2026-11-30T23:00:00.000Z','2026-12-01T07:00:00.000Z','pending',0,0,'2026-11-30T23:00:00.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z',NULL);
INSERT INTO "letter" VALUES('f74c13518e2ccc72','confirmation:d253fefcf5b0385d:1','confirmation','d253fefcf5b0385d:1','mail','',1,'2026-11-26T01:01:01.000Z',NULL,'pending',0,0,'2026-11-26T01:01:01.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z',NULL);
INSERT INTO "letter" VALUES('b26e785607aca8c0','can-change:20130ac2bb46601e 2026-12-01 2026-11-30T03:00:00.000Z@chat','can-change','20130ac2bb46601e 2026-12-01 2026-11-30T03:00:00.000Z','web','web:b',2,'2026-11-30T00:00:00.000Z','2026-11-30T03:00:00.000Z','skipped',0,0,'2026-11-30T00:00:00.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z','2026-11-26T01:01:01.000Z');
INSERT INTO "letter" VALUES('55ee6a3d017a6a7a','can-change:20130ac2bb46601e 2026-12-01 2026-11-30T03:00:00.000Z','can-change','20130ac2bb46601e 2026-12-01 2026-11-30T03:00:00.000Z','mail','',2,'2026-11-30T00:00:00.000Z','2026-11-30T03:00:00.000Z','skipped',0,0,'2026-11-30T00:00:00.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z','2026-11-26T01:01:01.000Z');
INSERT INTO "letter" VALUES('0747082c49942712','deadline:20130ac2bb46601e 2026-12-01 2026-11-30T03:00:00.000Z@chat','deadline','20130ac2bb46601e 2026-12-01 2026-11-30T03:00:00.000Z','web','web:b',2,'2026-11-30T03:00:00.000Z','2026-12-01T06:00:00.000Z','skipped',0,0,'2026-11-30T03:00:00.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z','2026-11-26T01:01:01.000Z');
INSERT INTO "letter" VALUES('4a86f9eb96f31bcb','deadline:20130ac2bb46601e 2026-12-01 2026-11-30T03:00:00.000Z','deadline','20130ac2bb46601e 2026-12-01 2026-11-30T03:00:00.000Z','mail','',2,'2026-11-30T03:00:00.000Z','2026-12-01T06:00:00.000Z','skipped',0,0,'2026-11-30T03:00:00.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z','2026-11-26T01:01:01.000Z');
INSERT INTO "letter" VALUES('4957bd4f1275ec4f','today:20130ac2bb46601e 2026-12-01 2026-11-30T03:00:00.000Z@chat','today','20130ac2bb46601e 2026-12-01 2026-11-30T03:00:00.000Z','web','web:b',2,'2026-11-30T23:00:00.000Z','2026-12-01T07:00:00.000Z','skipped',0,0,'2026-11-30T23:00:00.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z','2026-11-26T01:01:01.000Z');
INSERT INTO "letter" VALUES('cf0e76b87052956f','today:20130ac2bb46601e 2026-12-01 2026-11-30T03:00:00.000Z','today','20130ac2bb46601e 2026-12-01 2026-11-30T03:00:00.000Z','mail','',2,'2026-11-30T23:00:00.000Z','2026-12-01T07:00:00.000Z','skipped',0,0,'2026-11-30T23:00:00.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z','2026-11-26T01:01:01.000Z');
INSERT INTO "letter" VALUES('00381debec96b869','confirmation:e9c7b00beb8fc2cf:2','confirmation','e9c7b00beb8fc2cf:2','mail','',1,'2026-11-26T01:01:01.000Z',NULL,'pending',0,0,'2026-11-26T01:01:01.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z',NULL);
INSERT INTO "letter" VALUES('135f3890478826a3','cancellation:d253fefcf5b0385d:2','cancellation','d253fefcf5b0385d:2','mail','',1,'2026-11-26T01:01:01.000Z',NULL,'pending',0,0,'2026-11-26T01:01:01.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z',NULL);
CREATE TABLE migration (number INTEGER PRIMARY KEY, applied TEXT NOT NULL);
INSERT INTO "migration" VALUES(1,'2026-11-26T01:00:00.000Z');
INSERT INTO "migration" VALUES(2,'2026-11-26T01:00:00.000Z');
INSERT INTO "migration" VALUES(3,'2026-11-26T01:00:00.000Z');
INSERT INTO "migration" VALUES(4,'2026-11-26T01:00:00.000Z');
INSERT INTO "migration" VALUES(5,'2026-11-26T01:00:00.000Z');
INSERT INTO "migration" VALUES(6,'2026-11-26T01:00:00.000Z');
INSERT INTO "migration" VALUES(7,'2026-11-26T01:00:00.000Z');
INSERT INTO "migration" VALUES(8,'2026-11-26T01:00:00.000Z');
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
    places INTEGER CHECK (places >= 0), closed TEXT,
    PRIMARY KEY (day, hour)
);
INSERT INTO "slot" VALUES('2026-11-26',9,NULL,NULL);
INSERT INTO "slot" VALUES('2026-11-30',9,NULL,'台風の接近');
INSERT INTO "slot" VALUES('2026-12-01',10,NULL,NULL);
INSERT INTO "slot" VALUES('2026-12-02',10,NULL,NULL);
INSERT INTO "slot" VALUES('2026-12-01',9,NULL,NULL);
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
INSERT INTO "staff" VALUES('895bafdde7fd94e7','田中','clerk','','田中','2026-11-27T00:10:00.000Z',0,'','2026-11-26T00:10:00.000Z',NULL);
INSERT INTO "staff" VALUES('d46f55df640736b5','部長','manager','','部長','2026-11-27T00:10:00.000Z',0,'','2026-11-26T00:10:00.000Z',NULL);
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
INSERT INTO "verification" VALUES('03f518ac96221f0c','web:whole','whole@example.jp','whole@example.jp','2026-10-01','x','2026-11-26T01:00:03.000Z','2026-11-26T02:00:03.000Z',0,'used','');
INSERT INTO "verification" VALUES('0685271bab139c75','web:half','half@example.jp','half@example.jp','2026-10-01','x','2026-11-26T01:00:24.000Z','2026-11-26T02:00:24.000Z',0,'used','');
INSERT INTO "verification" VALUES('955a3d205ae99e4f','web:asked','asked@example.jp','asked@example.jp','2026-10-01','x','2026-11-26T01:00:44.000Z','2026-11-26T02:00:44.000Z',0,'open','');
INSERT INTO "verification" VALUES('35e67ce7c9371ca0','telegram:7','telegram@example.jp','telegram@example.jp','2026-10-01','x','2026-11-26T01:00:48.000Z','2026-11-26T02:00:48.000Z',0,'used','');
INSERT INTO "verification" VALUES('6ec7730d1327b177','line:U7','line@example.jp','line@example.jp','2026-10-01','x','2026-11-26T01:00:56.000Z','2026-11-26T02:00:56.000Z',0,'used','');
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
INSERT INTO "visit" VALUES('85320ff43ae7c38f','2026-11-26',9,1,'2026-11-26T00:10:00.000Z','',0,0);
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
CREATE INDEX shift_until ON shift (until);
CREATE INDEX journal_at ON journal (at);
CREATE INDEX journal_about ON journal (about, at);
CREATE INDEX visit_day ON visit (day);
CREATE INDEX agent_suspended ON agent (suspended_until);
CREATE INDEX letter_passing ON letter (put)
    WHERE kind IN ('proof', 'readdressed', 'vacancy', 'returned', 'card', 'calendar',
                   'closed', 'suspended', 'suspension-lifted');
CREATE INDEX earlier_day ON earlier (day, until);
COMMIT;
