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
INSERT INTO "agent" VALUES('2883110bba52f923','today@example.jp','佐藤 花子','佐藤行政書士事務所','notified','神行第1234号','2027-03-31','',NULL,'2026-10-01','2026-11-24T01:00:00.000Z','2026-11-24T01:00:00.000Z','ja',NULL,NULL);
INSERT INTO "agent" VALUES('56bee52404f01029','closed@example.jp','佐藤 花子','佐藤行政書士事務所','notified','神行第1234号','2027-03-31','',NULL,'2026-10-01','2026-11-24T01:00:00.000Z','2026-11-24T01:00:00.000Z','ja',NULL,NULL);
INSERT INTO "agent" VALUES('0382cae1c789cfeb','whole@example.jp','李 明','李行政書士事務所','notified','123','2030-01-01','',NULL,'2026-10-01','2026-11-26T01:00:04.000Z','2026-11-26T01:00:04.000Z','ja',NULL,NULL);
INSERT INTO "agent" VALUES('82b1d5ed7c18d992','half@example.jp','李 明','李行政書士事務所','notified','123','2030-01-01','',NULL,'2026-10-01','2026-11-26T01:00:25.000Z','2026-11-26T01:00:25.000Z','ja',NULL,NULL);
INSERT INTO "agent" VALUES('de8bd901a722bbe0','telegram@example.jp','','',NULL,'',NULL,'',NULL,'2026-10-01','2026-11-26T01:00:49.000Z','2026-11-26T01:00:49.000Z','ja',NULL,NULL);
INSERT INTO "agent" VALUES('18847396f9ecd765','line@example.jp','','',NULL,'',NULL,'',NULL,'2026-10-01','2026-11-26T01:00:57.000Z','2026-11-26T01:00:57.000Z','ja',NULL,NULL);
INSERT INTO "agent" VALUES('390a6e6f9c1fb98c','a@example.jp','佐藤 花子','佐藤行政書士事務所','notified','神行第1234号','2027-03-31','',NULL,'2026-10-01','2026-11-26T01:01:01.000Z','2026-11-26T01:01:01.000Z','ja',NULL,NULL);
INSERT INTO "agent" VALUES('9bf28a85741ff745','b@example.jp','佐藤 花子','佐藤行政書士事務所','notified','神行第1234号','2027-03-31','',NULL,'2026-10-01','2026-11-26T01:01:01.000Z','2026-11-26T01:01:01.000Z','ja',NULL,NULL);
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
INSERT INTO "booking" VALUES('3501b00f25257d67','VT6VB8W8','2883110bba52f923','web:today','2026-11-26',9,'own','extension','booked',2,'2026-11-25T03:00:00.000Z',1,'2026-10-01',NULL,'2026-11-24T01:00:00.000Z',NULL);
INSERT INTO "booking" VALUES('9a3fbef189d0bc24','NNEPVN3J','56bee52404f01029','web:closed','2026-11-30',9,'own','extension','cancelled',1,'2026-11-27T03:00:00.000Z',2,'2026-10-01',NULL,'2026-11-24T01:00:00.000Z','2026-11-27T00:10:00.000Z');
INSERT INTO "booking" VALUES('2c3436db91e73309','TSQAJ8YN','0382cae1c789cfeb','web:whole','2026-12-01',10,'own','change','booked',2,'2026-11-30T03:00:00.000Z',1,'2026-10-01',NULL,'2026-11-26T01:00:20.000Z',NULL);
INSERT INTO "booking" VALUES('0cdcb5574c13aadd','FSKYNEV8','390a6e6f9c1fb98c','web:a','2026-12-01',9,'own','extension','booked',3,'2026-11-30T03:00:00.000Z',2,'2026-10-01',NULL,'2026-11-26T01:01:01.000Z',NULL);
INSERT INTO "booking" VALUES('f1a75918e36524e1','AQWTK49Z','9bf28a85741ff745','web:b','2026-12-01',9,'own','extension','cancelled',3,'2026-11-30T03:00:00.000Z',2,'2026-10-01',NULL,'2026-11-26T01:01:01.000Z',NULL);
CREATE TABLE booking_case (
    booking    TEXT NOT NULL REFERENCES booking (id),
    position   INTEGER NOT NULL,
    agent      TEXT NOT NULL,
    typed      TEXT NOT NULL,
    comparable TEXT NOT NULL,
    PRIMARY KEY (booking, position)
);
INSERT INTO "booking_case" VALUES('3501b00f25257d67',0,'2883110bba52f923','東永P9201','東永P9201');
INSERT INTO "booking_case" VALUES('3501b00f25257d67',1,'2883110bba52f923','東永P9202','東永P9202');
INSERT INTO "booking_case" VALUES('9a3fbef189d0bc24',0,'56bee52404f01029','東永P9301','東永P9301');
INSERT INTO "booking_case" VALUES('2c3436db91e73309',0,'0382cae1c789cfeb','東永P1234','東永P1234');
INSERT INTO "booking_case" VALUES('2c3436db91e73309',1,'0382cae1c789cfeb','777','777');
INSERT INTO "booking_case" VALUES('f1a75918e36524e1',0,'9bf28a85741ff745','東永P9101','東永P9101');
INSERT INTO "booking_case" VALUES('f1a75918e36524e1',1,'9bf28a85741ff745','東永P9102','東永P9102');
INSERT INTO "booking_case" VALUES('f1a75918e36524e1',2,'9bf28a85741ff745','東永P9103','東永P9103');
INSERT INTO "booking_case" VALUES('0cdcb5574c13aadd',0,'390a6e6f9c1fb98c','東永P9001','東永P9001');
INSERT INTO "booking_case" VALUES('0cdcb5574c13aadd',1,'390a6e6f9c1fb98c','東永P9002','東永P9002');
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
, gone TEXT, latest BIGINT NOT NULL DEFAULT 0);
INSERT INTO "chat" VALUES('web:whole','0382cae1c789cfeb','ja','booked','{"booking": "TSQAJ8YN"}','[]','["/bookings", "/book", "/menu", "/help"]',21,'2026-11-26T01:00:20.000Z',NULL,0);
INSERT INTO "chat" VALUES('web:half','82b1d5ed7c18d992','ja','review','{"mode": "own", "kinds": ["change"], "looking": "2026-12-02", "day": "2026-12-02", "hour": 10, "numbers": ["東永P1234", "777"]}','["mode", "kinds", "counter", "day", "slot", "numbers", "doubts"]','["correct 0", "remove 0", "correct 1", "remove 1", "confirm", "slot", "add", "mode", "/notice", "/back", "/restart", "/stop", "/menu", "/help"]',20,'2026-11-26T01:00:40.000Z',NULL,0);
INSERT INTO "chat" VALUES('web:asked',NULL,'ja','code','{"agreed": "2026-10-01", "address": "asked@example.jp"}','["eligibility", "notice", "address"]','["resend", "other", "/back", "/restart", "/stop", "/menu", "/help"]',4,'2026-11-26T01:00:44.000Z',NULL,0);
INSERT INTO "chat" VALUES('telegram:7','de8bd901a722bbe0','ja','certificate_number','{"agreed": "2026-10-01", "address": "telegram@example.jp", "name": "李 明", "workplace": "李行政書士事務所", "certificate": "notified"}','["name", "workplace", "certificate"]','["/back", "/restart", "/stop", "/menu", "/help"]',8,'2026-11-26T01:00:52.000Z',NULL,0);
INSERT INTO "chat" VALUES('line:U7','18847396f9ecd765','ja','certificate_number','{"agreed": "2026-10-01", "address": "line@example.jp", "name": "李 明", "workplace": "李行政書士事務所", "certificate": "notified"}','["name", "workplace", "certificate"]','["/back", "/restart", "/stop", "/menu", "/help"]',8,'2026-11-26T01:01:00.000Z',NULL,0);
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
INSERT INTO "earlier" VALUES('9a3fbef189d0bc24',1,'2026-11-30',9,'東永P9301','2026-11-26T00:10:00.000Z');
INSERT INTO "earlier" VALUES('0cdcb5574c13aadd',1,'2026-12-01',9,'東永P9001
東永P9002
東永P9003','2026-11-26T01:01:01.000Z');
INSERT INTO "earlier" VALUES('f1a75918e36524e1',1,'2026-12-01',9,'東永P9101
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
INSERT INTO "hold" VALUES('web:half','82b1d5ed7c18d992','2026-12-02',10,'2026-11-26T01:10:38.000Z','web:half','2026-12-01T03:00:00.000Z');
CREATE TABLE journal (
    id     TEXT PRIMARY KEY,
    at     TEXT NOT NULL,
    staff  TEXT NOT NULL,
    act    TEXT NOT NULL,
    about  TEXT NOT NULL,
    why    TEXT NOT NULL,
    result TEXT NOT NULL
, what TEXT NOT NULL DEFAULT '');
INSERT INTO "journal" VALUES('394e766e0f18fd89 77c1e8fcb4804ca15fb1fc78','2026-11-26T00:10:00.000Z','394e766e0f18fd89','check-in','3501b00f25257d67','','done','');
INSERT INTO "journal" VALUES('4d82d4f3a3d67aa7 d32ee7b0eb2ffac129412e84','2026-11-26T00:10:00.000Z','4d82d4f3a3d67aa7','close','2026-11-30 2026-11-30 9','台風の接近','done','visits-cancelled=1');
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
INSERT INTO "letter" VALUES('7558fa3b5c6d34e7','confirmation:3501b00f25257d67:1','confirmation','3501b00f25257d67:1','mail','',1,'2026-11-24T01:00:00.000Z',NULL,'pending',0,0,'2026-11-24T01:00:00.000Z',NULL,NULL,'2026-11-24T01:00:00.000Z',NULL);
INSERT INTO "letter" VALUES('7e9f40c622bceb28','can-change:2883110bba52f923 2026-11-26 2026-11-25T03:00:00.000Z@chat','can-change','2883110bba52f923 2026-11-26 2026-11-25T03:00:00.000Z','web','web:today',2,'2026-11-25T00:00:00.000Z','2026-11-25T03:00:00.000Z','pending',0,0,'2026-11-25T00:00:00.000Z',NULL,NULL,'2026-11-24T01:00:00.000Z',NULL);
INSERT INTO "letter" VALUES('ba2006d3355fe60b','can-change:2883110bba52f923 2026-11-26 2026-11-25T03:00:00.000Z','can-change','2883110bba52f923 2026-11-26 2026-11-25T03:00:00.000Z','mail','',2,'2026-11-25T00:00:00.000Z','2026-11-25T03:00:00.000Z','pending',0,0,'2026-11-25T00:00:00.000Z',NULL,NULL,'2026-11-24T01:00:00.000Z',NULL);
INSERT INTO "letter" VALUES('f6bddc86eeea29fb','deadline:2883110bba52f923 2026-11-26 2026-11-25T03:00:00.000Z@chat','deadline','2883110bba52f923 2026-11-26 2026-11-25T03:00:00.000Z','web','web:today',2,'2026-11-25T03:00:00.000Z','2026-11-26T06:00:00.000Z','pending',0,0,'2026-11-25T03:00:00.000Z',NULL,NULL,'2026-11-24T01:00:00.000Z',NULL);
INSERT INTO "letter" VALUES('912e2e5efa21c5f7','deadline:2883110bba52f923 2026-11-26 2026-11-25T03:00:00.000Z','deadline','2883110bba52f923 2026-11-26 2026-11-25T03:00:00.000Z','mail','',2,'2026-11-25T03:00:00.000Z','2026-11-26T06:00:00.000Z','pending',0,0,'2026-11-25T03:00:00.000Z',NULL,NULL,'2026-11-24T01:00:00.000Z',NULL);
INSERT INTO "letter" VALUES('3265d916017a8650','today:2883110bba52f923 2026-11-26 2026-11-25T03:00:00.000Z@chat','today','2883110bba52f923 2026-11-26 2026-11-25T03:00:00.000Z','web','web:today',2,'2026-11-25T23:00:00.000Z','2026-11-26T07:00:00.000Z','pending',0,0,'2026-11-25T23:00:00.000Z',NULL,NULL,'2026-11-24T01:00:00.000Z',NULL);
INSERT INTO "letter" VALUES('96db20d7b93c4d23','today:2883110bba52f923 2026-11-26 2026-11-25T03:00:00.000Z','today','2883110bba52f923 2026-11-26 2026-11-25T03:00:00.000Z','mail','',2,'2026-11-25T23:00:00.000Z','2026-11-26T07:00:00.000Z','pending',0,0,'2026-11-25T23:00:00.000Z',NULL,NULL,'2026-11-24T01:00:00.000Z',NULL);
INSERT INTO "letter" VALUES('8c15729e2a42c99b','confirmation:9a3fbef189d0bc24:1','confirmation','9a3fbef189d0bc24:1','mail','',1,'2026-11-24T01:00:00.000Z',NULL,'pending',0,0,'2026-11-24T01:00:00.000Z',NULL,NULL,'2026-11-24T01:00:00.000Z',NULL);
INSERT INTO "letter" VALUES('edbeec2764b01568','can-change:56bee52404f01029 2026-11-30 2026-11-27T03:00:00.000Z@chat','can-change','56bee52404f01029 2026-11-30 2026-11-27T03:00:00.000Z','web','web:closed',2,'2026-11-27T00:00:00.000Z','2026-11-27T03:00:00.000Z','skipped',0,0,'2026-11-27T00:00:00.000Z',NULL,NULL,'2026-11-24T01:00:00.000Z','2026-11-26T00:10:00.000Z');
INSERT INTO "letter" VALUES('457a80c3e4b7ac9f','can-change:56bee52404f01029 2026-11-30 2026-11-27T03:00:00.000Z','can-change','56bee52404f01029 2026-11-30 2026-11-27T03:00:00.000Z','mail','',2,'2026-11-27T00:00:00.000Z','2026-11-27T03:00:00.000Z','skipped',0,0,'2026-11-27T00:00:00.000Z',NULL,NULL,'2026-11-24T01:00:00.000Z','2026-11-26T00:10:00.000Z');
INSERT INTO "letter" VALUES('035c7398f099972c','deadline:56bee52404f01029 2026-11-30 2026-11-27T03:00:00.000Z@chat','deadline','56bee52404f01029 2026-11-30 2026-11-27T03:00:00.000Z','web','web:closed',2,'2026-11-27T03:00:00.000Z','2026-11-30T06:00:00.000Z','skipped',0,0,'2026-11-27T03:00:00.000Z',NULL,NULL,'2026-11-24T01:00:00.000Z','2026-11-26T00:10:00.000Z');
INSERT INTO "letter" VALUES('0636a4b95bece8bd','deadline:56bee52404f01029 2026-11-30 2026-11-27T03:00:00.000Z','deadline','56bee52404f01029 2026-11-30 2026-11-27T03:00:00.000Z','mail','',2,'2026-11-27T03:00:00.000Z','2026-11-30T06:00:00.000Z','skipped',0,0,'2026-11-27T03:00:00.000Z',NULL,NULL,'2026-11-24T01:00:00.000Z','2026-11-26T00:10:00.000Z');
INSERT INTO "letter" VALUES('e1f553d2ba73ed03','today:56bee52404f01029 2026-11-30 2026-11-27T03:00:00.000Z@chat','today','56bee52404f01029 2026-11-30 2026-11-27T03:00:00.000Z','web','web:closed',2,'2026-11-29T23:00:00.000Z','2026-11-30T07:00:00.000Z','skipped',0,0,'2026-11-29T23:00:00.000Z',NULL,NULL,'2026-11-24T01:00:00.000Z','2026-11-26T00:10:00.000Z');
INSERT INTO "letter" VALUES('5fca4a10d34b3e5d','today:56bee52404f01029 2026-11-30 2026-11-27T03:00:00.000Z','today','56bee52404f01029 2026-11-30 2026-11-27T03:00:00.000Z','mail','',2,'2026-11-29T23:00:00.000Z','2026-11-30T07:00:00.000Z','skipped',0,0,'2026-11-29T23:00:00.000Z',NULL,NULL,'2026-11-24T01:00:00.000Z','2026-11-26T00:10:00.000Z');
INSERT INTO "letter" VALUES('b852045e7ea82ba4','closed:56bee52404f01029 2026-11-30 2026-11-27T00:10:00.000Z@chat','closed','56bee52404f01029 2026-11-30 2026-11-27T00:10:00.000Z','web','web:closed',1,'2026-11-26T00:10:00.000Z',NULL,'pending',0,0,'2026-11-26T00:10:00.000Z',NULL,NULL,'2026-11-26T00:10:00.000Z',NULL);
INSERT INTO "letter" VALUES('e3c4fb24b06364df','closed:56bee52404f01029 2026-11-30 2026-11-27T00:10:00.000Z','closed','56bee52404f01029 2026-11-30 2026-11-27T00:10:00.000Z','mail','',1,'2026-11-26T00:10:00.000Z',NULL,'pending',0,0,'2026-11-26T00:10:00.000Z',NULL,NULL,'2026-11-26T00:10:00.000Z',NULL);
INSERT INTO "letter" VALUES('5568035dd81c78f0','proof:4858fb7c8d9d33c6','proof','4858fb7c8d9d33c6','mail','',0,'2026-11-26T01:00:03.000Z','2026-11-26T02:00:03.000Z','pending',0,0,'2026-11-26T01:00:03.000Z',NULL,NULL,'2026-11-26T01:00:03.000Z',NULL);
INSERT INTO "letter" VALUES('dd21d84a4228b287','confirmation:2c3436db91e73309:1','confirmation','2c3436db91e73309:1','mail','',1,'2026-11-26T01:00:20.000Z',NULL,'pending',0,0,'2026-11-26T01:00:20.000Z',NULL,NULL,'2026-11-26T01:00:20.000Z',NULL);
INSERT INTO "letter" VALUES('7b542aa96bdcdc88','can-change:0382cae1c789cfeb 2026-12-01 2026-11-30T03:00:00.000Z@chat','can-change','0382cae1c789cfeb 2026-12-01 2026-11-30T03:00:00.000Z','web','web:whole',2,'2026-11-30T00:00:00.000Z','2026-11-30T03:00:00.000Z','pending',0,0,'2026-11-30T00:00:00.000Z',NULL,NULL,'2026-11-26T01:00:20.000Z',NULL);
INSERT INTO "letter" VALUES('638a46c6ad9db33d','can-change:0382cae1c789cfeb 2026-12-01 2026-11-30T03:00:00.000Z','can-change','0382cae1c789cfeb 2026-12-01 2026-11-30T03:00:00.000Z','mail','',2,'2026-11-30T00:00:00.000Z','2026-11-30T03:00:00.000Z','pending',0,0,'2026-11-30T00:00:00.000Z',NULL,NULL,'2026-11-26T01:00:20.000Z',NULL);
INSERT INTO "letter" VALUES('3e6f4ec09b807711','deadline:0382cae1c789cfeb 2026-12-01 2026-11-30T03:00:00.000Z@chat','deadline','0382cae1c789cfeb 2026-12-01 2026-11-30T03:00:00.000Z','web','web:whole',2,'2026-11-30T03:00:00.000Z','2026-12-01T06:00:00.000Z','pending',0,0,'2026-11-30T03:00:00.000Z',NULL,NULL,'2026-11-26T01:00:20.000Z',NULL);
INSERT INTO "letter" VALUES('1f492cb86922c224','deadline:0382cae1c789cfeb 2026-12-01 2026-11-30T03:00:00.000Z','deadline','0382cae1c789cfeb 2026-12-01 2026-11-30T03:00:00.000Z','mail','',2,'2026-11-30T03:00:00.000Z','2026-12-01T06:00:00.000Z','pending',0,0,'2026-11-30T03:00:00.000Z',NULL,NULL,'2026-11-26T01:00:20.000Z',NULL);
INSERT INTO "letter" VALUES('f2c54074a20e96dd','today:0382cae1c789cfeb 2026-12-01 2026-11-30T03:00:00.000Z@chat','today','0382cae1c789cfeb 2026-12-01 2026-11-30T03:00:00.000Z','web','web:whole',2,'2026-11-30T23:00:00.000Z','2026-12-01T07:00:00.000Z','pending',0,0,'2026-11-30T23:00:00.000Z',NULL,NULL,'2026-11-26T01:00:20.000Z',NULL);
INSERT INTO "letter" VALUES('e1aaf89b54bdbfe9','today:0382cae1c789cfeb 2026-12-01 2026-11-30T03:00:00.000Z','today','0382cae1c789cfeb 2026-12-01 2026-11-30T03:00:00.000Z','mail','',2,'2026-11-30T23:00:00.000Z','2026-12-01T07:00:00.000Z','pending',0,0,'2026-11-30T23:00:00.000Z',NULL,NULL,'2026-11-26T01:00:20.000Z',NULL);
INSERT INTO "letter" VALUES('5b68c621a6d5405c','proof:b3938035aa99ba13','proof','b3938035aa99ba13','mail','',0,'2026-11-26T01:00:24.000Z','2026-11-26T02:00:24.000Z','pending',0,0,'2026-11-26T01:00:24.000Z',NULL,NULL,'2026-11-26T01:00:24.000Z',NULL);
INSERT INTO "letter" VALUES('80a1bd267f908248','proof:cf5f16bbb69dcf29','proof','cf5f16bbb69dcf29','mail','',0,'2026-11-26T01:00:44.000Z','2026-11-26T02:00:44.000Z','pending',0,0,'2026-11-26T01:00:44.000Z',NULL,NULL,'2026-11-26T01:00:44.000Z',NULL);
INSERT INTO "letter" VALUES('93edd1c50564a699','proof:14897c72ab7765b1','proof','14897c72ab7765b1','mail','',0,'2026-11-26T01:00:48.000Z','2026-11-26T02:00:48.000Z','pending',0,0,'2026-11-26T01:00:48.000Z',NULL,NULL,'2026-11-26T01:00:48.000Z',NULL);
INSERT INTO "letter" VALUES('2ce762810bc6377f','proof:f76792b2df58fd87','proof','f76792b2df58fd87','mail','',0,'2026-11-26T01:00:56.000Z','2026-11-26T02:00:56.000Z','pending',0,0,'2026-11-26T01:00:56.000Z',NULL,NULL,'2026-11-26T01:00:56.000Z',NULL);
INSERT INTO "letter" VALUES('5c30d438b682d157','confirmation:0cdcb5574c13aadd:1','confirmation','0cdcb5574c13aadd:1','mail','',1,'2026-11-26T01:01:01.000Z',NULL,'pending',0,0,'2026-11-26T01:01:01.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z',NULL);
INSERT INTO "letter" VALUES('c56a818a465863b8','can-change:390a6e6f9c1fb98c 2026-12-01 2026-11-30T03:00:00.000Z@chat','can-change','390a6e6f9c1fb98c 2026-12-01 2026-11-30T03:00:00.000Z','web','web:a',2,'2026-11-30T00:00:00.000Z','2026-11-30T03:00:00.000Z','pending',0,0,'2026-11-30T00:00:00.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z',NULL);
INSERT INTO "letter" VALUES('e8dddc1287676f71','can-change:390a6e6f9c1fb98c 2026-12-01 2026-11-30T03:00:00.000Z','can-change','390a6e6f9c1fb98c 2026-12-01 2026-11-30T03:00:00.000Z','mail','',2,'2026-11-30T00:00:00.000Z','2026-11-30T03:00:00.000Z','pending',0,0,'2026-11-30T00:00:00.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z',NULL);
INSERT INTO "letter" VALUES('e220207b6704fb89','deadline:390a6e6f9c1fb98c 2026-12-01 2026-11-30T03:00:00.000Z@chat','deadline','390a6e6f9c1fb98c 2026-12-01 2026-11-30T03:00:00.000Z','web','web:a',2,'2026-11-30T03:00:00.000Z','2026-12-01T06:00:00.000Z','pending',0,0,'2026-11-30T03:00:00.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z',NULL);
INSERT INTO "letter" VALUES('5852083ee5186ab7','deadline:390a6e6f9c1fb98c 2026-12-01 2026-11-30T03:00:00.000Z','deadline','390a6e6f9c1fb98c 2026-12-01 2026-11-30T03:00:00.000Z','mail','',2,'2026-11-30T03:00:00.000Z','2026-12-01T06:00:00.000Z','pending',0,0,'2026-11-30T03:00:00.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z',NULL);
INSERT INTO "letter" VALUES('239f15599b20620f','today:390a6e6f9c1fb98c 2026-12-01 2026-11-30T03:00:00.000Z@chat','today','390a6e6f9c1fb98c 2026-12-01 2026-11-30T03:00:00.000Z','web','web:a',2,'2026-11-30T23:00:00.000Z','2026-12-01T07:00:00.000Z','pending',0,0,'2026-11-30T23:00:00.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z',NULL);
INSERT INTO "letter" VALUES('d451aee487f13da2','today:390a6e6f9c1fb98c 2026-12-01 2026-11-30T03:00:00.000Z','today','390a6e6f9c1fb98c 2026-12-01 2026-11-30T03:00:00.000Z','mail','',2,'2026-11-30T23:00:00.000Z','2026-12-01T07:00:00.000Z','pending',0,0,'2026-11-30T23:00:00.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z',NULL);
INSERT INTO "letter" VALUES('9c655a91d6fa507d','confirmation:f1a75918e36524e1:1','confirmation','f1a75918e36524e1:1','mail','',1,'2026-11-26T01:01:01.000Z',NULL,'pending',0,0,'2026-11-26T01:01:01.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z',NULL);
INSERT INTO "letter" VALUES('75c547ec4e31cf5d','can-change:9bf28a85741ff745 2026-12-01 2026-11-30T03:00:00.000Z@chat','can-change','9bf28a85741ff745 2026-12-01 2026-11-30T03:00:00.000Z','web','web:b',2,'2026-11-30T00:00:00.000Z','2026-11-30T03:00:00.000Z','skipped',0,0,'2026-11-30T00:00:00.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z','2026-11-26T01:01:01.000Z');
INSERT INTO "letter" VALUES('c62e7102bd25061c','can-change:9bf28a85741ff745 2026-12-01 2026-11-30T03:00:00.000Z','can-change','9bf28a85741ff745 2026-12-01 2026-11-30T03:00:00.000Z','mail','',2,'2026-11-30T00:00:00.000Z','2026-11-30T03:00:00.000Z','skipped',0,0,'2026-11-30T00:00:00.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z','2026-11-26T01:01:01.000Z');
INSERT INTO "letter" VALUES('e07868dd2c474c8c','deadline:9bf28a85741ff745 2026-12-01 2026-11-30T03:00:00.000Z@chat','deadline','9bf28a85741ff745 2026-12-01 2026-11-30T03:00:00.000Z','web','web:b',2,'2026-11-30T03:00:00.000Z','2026-12-01T06:00:00.000Z','skipped',0,0,'2026-11-30T03:00:00.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z','2026-11-26T01:01:01.000Z');
INSERT INTO "letter" VALUES('ffdf5b3f1cb5be9d','deadline:9bf28a85741ff745 2026-12-01 2026-11-30T03:00:00.000Z','deadline','9bf28a85741ff745 2026-12-01 2026-11-30T03:00:00.000Z','mail','',2,'2026-11-30T03:00:00.000Z','2026-12-01T06:00:00.000Z','skipped',0,0,'2026-11-30T03:00:00.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z','2026-11-26T01:01:01.000Z');
INSERT INTO "letter" VALUES('6afe7f6ebaa55583','today:9bf28a85741ff745 2026-12-01 2026-11-30T03:00:00.000Z@chat','today','9bf28a85741ff745 2026-12-01 2026-11-30T03:00:00.000Z','web','web:b',2,'2026-11-30T23:00:00.000Z','2026-12-01T07:00:00.000Z','skipped',0,0,'2026-11-30T23:00:00.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z','2026-11-26T01:01:01.000Z');
INSERT INTO "letter" VALUES('fd619bd2966376b9','today:9bf28a85741ff745 2026-12-01 2026-11-30T03:00:00.000Z','today','9bf28a85741ff745 2026-12-01 2026-11-30T03:00:00.000Z','mail','',2,'2026-11-30T23:00:00.000Z','2026-12-01T07:00:00.000Z','skipped',0,0,'2026-11-30T23:00:00.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z','2026-11-26T01:01:01.000Z');
INSERT INTO "letter" VALUES('b0532c3f9e15c3bd','confirmation:0cdcb5574c13aadd:2','confirmation','0cdcb5574c13aadd:2','mail','',1,'2026-11-26T01:01:01.000Z',NULL,'pending',0,0,'2026-11-26T01:01:01.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z',NULL);
INSERT INTO "letter" VALUES('2f033113cd301b43','cancellation:f1a75918e36524e1:2','cancellation','f1a75918e36524e1:2','mail','',1,'2026-11-26T01:01:01.000Z',NULL,'pending',0,0,'2026-11-26T01:01:01.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z',NULL);
CREATE TABLE migration (number INTEGER PRIMARY KEY, applied TEXT NOT NULL);
INSERT INTO "migration" VALUES(1,'2026-11-26T01:00:00.000Z');
INSERT INTO "migration" VALUES(2,'2026-11-26T01:00:00.000Z');
INSERT INTO "migration" VALUES(3,'2026-11-26T01:00:00.000Z');
INSERT INTO "migration" VALUES(4,'2026-11-26T01:00:00.000Z');
INSERT INTO "migration" VALUES(5,'2026-11-26T01:00:00.000Z');
INSERT INTO "migration" VALUES(6,'2026-11-26T01:00:00.000Z');
INSERT INTO "migration" VALUES(7,'2026-11-26T01:00:00.000Z');
INSERT INTO "migration" VALUES(8,'2026-11-26T01:00:00.000Z');
INSERT INTO "migration" VALUES(9,'2026-11-26T01:00:00.000Z');
INSERT INTO "migration" VALUES(10,'2026-11-26T01:00:00.000Z');
INSERT INTO "migration" VALUES(11,'2026-11-26T01:00:00.000Z');
CREATE TABLE moved (
    destination TEXT PRIMARY KEY,
    at          TEXT NOT NULL
);
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
INSERT INTO "staff" VALUES('394e766e0f18fd89','田中','clerk','','田中','2026-11-27T00:10:00.000Z',0,'','2026-11-26T00:10:00.000Z',NULL);
INSERT INTO "staff" VALUES('4d82d4f3a3d67aa7','部長','manager','','部長','2026-11-27T00:10:00.000Z',0,'','2026-11-26T00:10:00.000Z',NULL);
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
INSERT INTO "verification" VALUES('4858fb7c8d9d33c6','web:whole','whole@example.jp','whole@example.jp','2026-10-01','x','2026-11-26T01:00:03.000Z','2026-11-26T02:00:03.000Z',0,'used','');
INSERT INTO "verification" VALUES('b3938035aa99ba13','web:half','half@example.jp','half@example.jp','2026-10-01','x','2026-11-26T01:00:24.000Z','2026-11-26T02:00:24.000Z',0,'used','');
INSERT INTO "verification" VALUES('cf5f16bbb69dcf29','web:asked','asked@example.jp','asked@example.jp','2026-10-01','x','2026-11-26T01:00:44.000Z','2026-11-26T02:00:44.000Z',0,'open','');
INSERT INTO "verification" VALUES('14897c72ab7765b1','telegram:7','telegram@example.jp','telegram@example.jp','2026-10-01','x','2026-11-26T01:00:48.000Z','2026-11-26T02:00:48.000Z',0,'used','');
INSERT INTO "verification" VALUES('f76792b2df58fd87','line:U7','line@example.jp','line@example.jp','2026-10-01','x','2026-11-26T01:00:56.000Z','2026-11-26T02:00:56.000Z',0,'used','');
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
INSERT INTO "visit" VALUES('2883110bba52f923','2026-11-26',9,1,'2026-11-26T00:10:00.000Z','',0,0);
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
CREATE INDEX earlier_day ON earlier (day, until);
CREATE INDEX letter_passing ON letter (put)
    WHERE kind IN ('proof', 'readdressed', 'vacancy', 'returned', 'card', 'calendar',
                   'closed', 'suspended', 'suspension-lifted', 'strike-lifted');
COMMIT;
