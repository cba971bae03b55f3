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
INSERT INTO "agent" VALUES('ba07d69d7423df22','today@example.jp','佐藤 花子','佐藤行政書士事務所','notified','神行第1234号','2027-03-31','',NULL,'2026-10-01','2026-11-24T01:00:00.000Z','2026-11-24T01:00:00.000Z','ja',NULL,NULL);
INSERT INTO "agent" VALUES('4159e1c2a3f217ab','closed@example.jp','佐藤 花子','佐藤行政書士事務所','notified','神行第1234号','2027-03-31','',NULL,'2026-10-01','2026-11-24T01:00:00.000Z','2026-11-24T01:00:00.000Z','ja',NULL,NULL);
INSERT INTO "agent" VALUES('74106e6ea54e6721','whole@example.jp','李 明','李行政書士事務所','notified','123','2030-01-01','',NULL,'2026-10-01','2026-11-26T01:00:04.000Z','2026-11-26T01:00:04.000Z','ja',NULL,NULL);
INSERT INTO "agent" VALUES('f5a2c25c82dab128','half@example.jp','李 明','李行政書士事務所','notified','123','2030-01-01','',NULL,'2026-10-01','2026-11-26T01:00:25.000Z','2026-11-26T01:00:25.000Z','ja',NULL,NULL);
INSERT INTO "agent" VALUES('108103bbf6b14fa4','telegram@example.jp','','',NULL,'',NULL,'',NULL,'2026-10-01','2026-11-26T01:00:49.000Z','2026-11-26T01:00:49.000Z','ja',NULL,NULL);
INSERT INTO "agent" VALUES('390900c1968bc715','line@example.jp','','',NULL,'',NULL,'',NULL,'2026-10-01','2026-11-26T01:00:57.000Z','2026-11-26T01:00:57.000Z','ja',NULL,NULL);
INSERT INTO "agent" VALUES('06c1767a67469ea2','a@example.jp','佐藤 花子','佐藤行政書士事務所','notified','神行第1234号','2027-03-31','',NULL,'2026-10-01','2026-11-26T01:01:01.000Z','2026-11-26T01:01:01.000Z','ja',NULL,NULL);
INSERT INTO "agent" VALUES('9c165fd6295f17e5','b@example.jp','佐藤 花子','佐藤行政書士事務所','notified','神行第1234号','2027-03-31','',NULL,'2026-10-01','2026-11-26T01:01:01.000Z','2026-11-26T01:01:01.000Z','ja',NULL,NULL);
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
INSERT INTO "booking" VALUES('b9b06d90890ed5ac','R8CM6UR9','ba07d69d7423df22','web:today','2026-11-26',9,'own','extension','booked',2,'2026-11-25T03:00:00.000Z',1,'2026-10-01',NULL,'2026-11-24T01:00:00.000Z',NULL);
INSERT INTO "booking" VALUES('40a13185f524d833','9TW3X9YZ','4159e1c2a3f217ab','web:closed','2026-11-30',9,'own','extension','cancelled',1,'2026-11-27T03:00:00.000Z',2,'2026-10-01',NULL,'2026-11-24T01:00:00.000Z','2026-11-27T00:10:00.000Z');
INSERT INTO "booking" VALUES('d8a9e318a69b9bb9','R27Q7F25','74106e6ea54e6721','web:whole','2026-12-01',10,'own','change','booked',2,'2026-11-30T03:00:00.000Z',1,'2026-10-01',NULL,'2026-11-26T01:00:20.000Z',NULL);
INSERT INTO "booking" VALUES('6942f770b877e99f','2UMB4B9K','06c1767a67469ea2','web:a','2026-12-01',9,'own','extension','booked',3,'2026-11-30T03:00:00.000Z',2,'2026-10-01',NULL,'2026-11-26T01:01:01.000Z',NULL);
INSERT INTO "booking" VALUES('847bc79b75838b9d','R3EVD33J','9c165fd6295f17e5','web:b','2026-12-01',9,'own','extension','cancelled',3,'2026-11-30T03:00:00.000Z',2,'2026-10-01',NULL,'2026-11-26T01:01:01.000Z',NULL);
CREATE TABLE booking_case (
    booking    TEXT NOT NULL REFERENCES booking (id),
    position   INTEGER NOT NULL,
    agent      TEXT NOT NULL,
    typed      TEXT NOT NULL,
    comparable TEXT NOT NULL,
    PRIMARY KEY (booking, position)
);
INSERT INTO "booking_case" VALUES('b9b06d90890ed5ac',0,'ba07d69d7423df22','東永P9201','東永P9201');
INSERT INTO "booking_case" VALUES('b9b06d90890ed5ac',1,'ba07d69d7423df22','東永P9202','東永P9202');
INSERT INTO "booking_case" VALUES('40a13185f524d833',0,'4159e1c2a3f217ab','東永P9301','東永P9301');
INSERT INTO "booking_case" VALUES('d8a9e318a69b9bb9',0,'74106e6ea54e6721','東永P1234','東永P1234');
INSERT INTO "booking_case" VALUES('d8a9e318a69b9bb9',1,'74106e6ea54e6721','777','777');
INSERT INTO "booking_case" VALUES('847bc79b75838b9d',0,'9c165fd6295f17e5','東永P9101','東永P9101');
INSERT INTO "booking_case" VALUES('847bc79b75838b9d',1,'9c165fd6295f17e5','東永P9102','東永P9102');
INSERT INTO "booking_case" VALUES('847bc79b75838b9d',2,'9c165fd6295f17e5','東永P9103','東永P9103');
INSERT INTO "booking_case" VALUES('6942f770b877e99f',0,'06c1767a67469ea2','東永P9001','東永P9001');
INSERT INTO "booking_case" VALUES('6942f770b877e99f',1,'06c1767a67469ea2','東永P9002','東永P9002');
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
INSERT INTO "chat" VALUES('web:whole','74106e6ea54e6721','ja','booked','{"booking": "R27Q7F25"}','[]','["/bookings", "/book", "/menu", "/help"]',21,'2026-11-26T01:00:20.000Z',NULL,0);
INSERT INTO "chat" VALUES('web:half','f5a2c25c82dab128','ja','review','{"mode": "own", "kinds": ["change"], "looking": "2026-12-02", "day": "2026-12-02", "hour": 10, "numbers": ["東永P1234", "777"]}','["mode", "kinds", "counter", "day", "slot", "numbers", "doubts"]','["correct 0", "remove 0", "correct 1", "remove 1", "confirm", "slot", "add", "mode", "/notice", "/back", "/restart", "/stop", "/menu", "/help"]',20,'2026-11-26T01:00:40.000Z',NULL,0);
INSERT INTO "chat" VALUES('web:asked',NULL,'ja','code','{"agreed": "2026-10-01", "address": "asked@example.jp"}','["eligibility", "notice", "address"]','["resend", "other", "/back", "/restart", "/stop", "/menu", "/help"]',4,'2026-11-26T01:00:44.000Z',NULL,0);
INSERT INTO "chat" VALUES('telegram:7','108103bbf6b14fa4','ja','certificate_number','{"agreed": "2026-10-01", "address": "telegram@example.jp", "name": "李 明", "workplace": "李行政書士事務所", "certificate": "notified"}','["name", "workplace", "certificate"]','["/back", "/restart", "/stop", "/menu", "/help"]',8,'2026-11-26T01:00:52.000Z',NULL,0);
INSERT INTO "chat" VALUES('line:U7','390900c1968bc715','ja','certificate_number','{"agreed": "2026-10-01", "address": "line@example.jp", "name": "李 明", "workplace": "李行政書士事務所", "certificate": "notified"}','["name", "workplace", "certificate"]','["/back", "/restart", "/stop", "/menu", "/help"]',8,'2026-11-26T01:01:00.000Z',NULL,0);
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
INSERT INTO "earlier" VALUES('40a13185f524d833',1,'2026-11-30',9,'東永P9301','2026-11-26T00:10:00.000Z');
INSERT INTO "earlier" VALUES('6942f770b877e99f',1,'2026-12-01',9,'東永P9001
東永P9002
東永P9003','2026-11-26T01:01:01.000Z');
INSERT INTO "earlier" VALUES('847bc79b75838b9d',1,'2026-12-01',9,'東永P9101
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
INSERT INTO "hold" VALUES('web:half','f5a2c25c82dab128','2026-12-02',10,'2026-11-26T01:10:38.000Z','web:half','2026-12-01T03:00:00.000Z');
CREATE TABLE journal (
    id     TEXT PRIMARY KEY,
    at     TEXT NOT NULL,
    staff  TEXT NOT NULL,
    act    TEXT NOT NULL,
    about  TEXT NOT NULL,
    why    TEXT NOT NULL,
    result TEXT NOT NULL
, what TEXT NOT NULL DEFAULT '');
INSERT INTO "journal" VALUES('efac42d9ba878299 675192084437b708a164ba82','2026-11-26T00:10:00.000Z','efac42d9ba878299','check-in','b9b06d90890ed5ac','','done','');
INSERT INTO "journal" VALUES('1b8395b525d727db d32ee7b0eb2ffac129412e84','2026-11-26T00:10:00.000Z','1b8395b525d727db','close','2026-11-30 2026-11-30 9','台風の接近','done','visits-cancelled=1');
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
INSERT INTO "letter" VALUES('07ecad34124e9556','confirmation:b9b06d90890ed5ac:1','confirmation','b9b06d90890ed5ac:1','mail','',1,'2026-11-24T01:00:00.000Z',NULL,'pending',0,0,'2026-11-24T01:00:00.000Z',NULL,NULL,'2026-11-24T01:00:00.000Z',NULL);
INSERT INTO "letter" VALUES('ad6a7384adb3b563','can-change:ba07d69d7423df22 2026-11-26 2026-11-25T03:00:00.000Z@chat','can-change','ba07d69d7423df22 2026-11-26 2026-11-25T03:00:00.000Z','web','web:today',2,'2026-11-25T00:00:00.000Z','2026-11-25T03:00:00.000Z','pending',0,0,'2026-11-25T00:00:00.000Z',NULL,NULL,'2026-11-24T01:00:00.000Z',NULL);
INSERT INTO "letter" VALUES('a659ba9e62240d44','can-change:ba07d69d7423df22 2026-11-26 2026-11-25T03:00:00.000Z','can-change','ba07d69d7423df22 2026-11-26 2026-11-25T03:00:00.000Z','mail','',2,'2026-11-25T00:00:00.000Z','2026-11-25T03:00:00.000Z','pending',0,0,'2026-11-25T00:00:00.000Z',NULL,NULL,'2026-11-24T01:00:00.000Z',NULL);
INSERT INTO "letter" VALUES('2a24072e04c58c02','deadline:ba07d69d7423df22 2026-11-26 2026-11-25T03:00:00.000Z@chat','deadline','ba07d69d7423df22 2026-11-26 2026-11-25T03:00:00.000Z','web','web:today',2,'2026-11-25T03:00:00.000Z','2026-11-26T06:00:00.000Z','pending',0,0,'2026-11-25T03:00:00.000Z',NULL,NULL,'2026-11-24T01:00:00.000Z',NULL);
INSERT INTO "letter" VALUES('4e5e6d9fd2b6141e','deadline:ba07d69d7423df22 2026-11-26 2026-11-25T03:00:00.000Z','deadline','ba07d69d7423df22 2026-11-26 2026-11-25T03:00:00.000Z','mail','',2,'2026-11-25T03:00:00.000Z','2026-11-26T06:00:00.000Z','pending',0,0,'2026-11-25T03:00:00.000Z',NULL,NULL,'2026-11-24T01:00:00.000Z',NULL);
INSERT INTO "letter" VALUES('9d6edd15fdae59f2','today:ba07d69d7423df22 2026-11-26 2026-11-25T03:00:00.000Z@chat','today','ba07d69d7423df22 2026-11-26 2026-11-25T03:00:00.000Z','web','web:today',2,'2026-11-25T23:00:00.000Z','2026-11-26T07:00:00.000Z','pending',0,0,'2026-11-25T23:00:00.000Z',NULL,NULL,'2026-11-24T01:00:00.000Z',NULL);
INSERT INTO "letter" VALUES('14efa2e6afd0cc07','today:ba07d69d7423df22 2026-11-26 2026-11-25T03:00:00.000Z','today','ba07d69d7423df22 2026-11-26 2026-11-25T03:00:00.000Z','mail','',2,'2026-11-25T23:00:00.000Z','2026-11-26T07:00:00.000Z','pending',0,0,'2026-11-25T23:00:00.000Z',NULL,NULL,'2026-11-24T01:00:00.000Z',NULL);
INSERT INTO "letter" VALUES('6a5e727c8fb92ede','confirmation:40a13185f524d833:1','confirmation','40a13185f524d833:1','mail','',1,'2026-11-24T01:00:00.000Z',NULL,'pending',0,0,'2026-11-24T01:00:00.000Z',NULL,NULL,'2026-11-24T01:00:00.000Z',NULL);
INSERT INTO "letter" VALUES('02cf3a8f8241516f','can-change:4159e1c2a3f217ab 2026-11-30 2026-11-27T03:00:00.000Z@chat','can-change','4159e1c2a3f217ab 2026-11-30 2026-11-27T03:00:00.000Z','web','web:closed',2,'2026-11-27T00:00:00.000Z','2026-11-27T03:00:00.000Z','skipped',0,0,'2026-11-27T00:00:00.000Z',NULL,NULL,'2026-11-24T01:00:00.000Z','2026-11-26T00:10:00.000Z');
INSERT INTO "letter" VALUES('d31841adf56fc5bf','can-change:4159e1c2a3f217ab 2026-11-30 2026-11-27T03:00:00.000Z','can-change','4159e1c2a3f217ab 2026-11-30 2026-11-27T03:00:00.000Z','mail','',2,'2026-11-27T00:00:00.000Z','2026-11-27T03:00:00.000Z','skipped',0,0,'2026-11-27T00:00:00.000Z',NULL,NULL,'2026-11-24T01:00:00.000Z','2026-11-26T00:10:00.000Z');
INSERT INTO "letter" VALUES('96c1e7d49025d05e','deadline:4159e1c2a3f217ab 2026-11-30 2026-11-27T03:00:00.000Z@chat','deadline','4159e1c2a3f217ab 2026-11-30 2026-11-27T03:00:00.000Z','web','web:closed',2,'2026-11-27T03:00:00.000Z','2026-11-30T06:00:00.000Z','skipped',0,0,'2026-11-27T03:00:00.000Z',NULL,NULL,'2026-11-24T01:00:00.000Z','2026-11-26T00:10:00.000Z');
INSERT INTO "letter" VALUES('b1e8d1ed701f6ba9','deadline:4159e1c2a3f217ab 2026-11-30 2026-11-27T03:00:00.000Z','deadline','4159e1c2a3f217ab 2026-11-30 2026-11-27T03:00:00.000Z','mail','',2,'2026-11-27T03:00:00.000Z','2026-11-30T06:00:00.000Z','skipped',0,0,'2026-11-27T03:00:00.000Z',NULL,NULL,'2026-11-24T01:00:00.000Z','2026-11-26T00:10:00.000Z');
INSERT INTO "letter" VALUES('c4baf1841da24681','today:4159e1c2a3f217ab 2026-11-30 2026-11-27T03:00:00.000Z@chat','today','4159e1c2a3f217ab 2026-11-30 2026-11-27T03:00:00.000Z','web','web:closed',2,'2026-11-29T23:00:00.000Z','2026-11-30T07:00:00.000Z','skipped',0,0,'2026-11-29T23:00:00.000Z',NULL,NULL,'2026-11-24T01:00:00.000Z','2026-11-26T00:10:00.000Z');
INSERT INTO "letter" VALUES('22b9d04662232abd','today:4159e1c2a3f217ab 2026-11-30 2026-11-27T03:00:00.000Z','today','4159e1c2a3f217ab 2026-11-30 2026-11-27T03:00:00.000Z','mail','',2,'2026-11-29T23:00:00.000Z','2026-11-30T07:00:00.000Z','skipped',0,0,'2026-11-29T23:00:00.000Z',NULL,NULL,'2026-11-24T01:00:00.000Z','2026-11-26T00:10:00.000Z');
INSERT INTO "letter" VALUES('06c33e52423de7a5','closed:4159e1c2a3f217ab 2026-11-30 2026-11-27T00:10:00.000Z@chat','closed','4159e1c2a3f217ab 2026-11-30 2026-11-27T00:10:00.000Z','web','web:closed',1,'2026-11-26T00:10:00.000Z',NULL,'pending',0,0,'2026-11-26T00:10:00.000Z',NULL,NULL,'2026-11-26T00:10:00.000Z',NULL);
INSERT INTO "letter" VALUES('cb5b157d5a5647a3','closed:4159e1c2a3f217ab 2026-11-30 2026-11-27T00:10:00.000Z','closed','4159e1c2a3f217ab 2026-11-30 2026-11-27T00:10:00.000Z','mail','',1,'2026-11-26T00:10:00.000Z',NULL,'pending',0,0,'2026-11-26T00:10:00.000Z',NULL,NULL,'2026-11-26T00:10:00.000Z',NULL);
INSERT INTO "letter" VALUES('103e5871e5a13ba6','proof:43586b60c1c54797','proof','43586b60c1c54797','mail','',0,'2026-11-26T01:00:03.000Z','2026-11-26T02:00:03.000Z','pending',0,0,'2026-11-26T01:00:03.000Z',NULL,NULL,'2026-11-26T01:00:03.000Z',NULL);
INSERT INTO "letter" VALUES('cf6784013d29c7ce','confirmation:d8a9e318a69b9bb9:1','confirmation','d8a9e318a69b9bb9:1','mail','',1,'2026-11-26T01:00:20.000Z',NULL,'pending',0,0,'2026-11-26T01:00:20.000Z',NULL,NULL,'2026-11-26T01:00:20.000Z',NULL);
INSERT INTO "letter" VALUES('f4a57b444aada494','can-change:74106e6ea54e6721 2026-12-01 2026-11-30T03:00:00.000Z@chat','can-change','74106e6ea54e6721 2026-12-01 2026-11-30T03:00:00.000Z','web','web:whole',2,'2026-11-30T00:00:00.000Z','2026-11-30T03:00:00.000Z','pending',0,0,'2026-11-30T00:00:00.000Z',NULL,NULL,'2026-11-26T01:00:20.000Z',NULL);
INSERT INTO "letter" VALUES('5cac16fea2306b28','can-change:74106e6ea54e6721 2026-12-01 2026-11-30T03:00:00.000Z','can-change','74106e6ea54e6721 2026-12-01 2026-11-30T03:00:00.000Z','mail','',2,'2026-11-30T00:00:00.000Z','2026-11-30T03:00:00.000Z','pending',0,0,'2026-11-30T00:00:00.000Z',NULL,NULL,'2026-11-26T01:00:20.000Z',NULL);
INSERT INTO "letter" VALUES('e1005bf0fc747231','deadline:74106e6ea54e6721 2026-12-01 2026-11-30T03:00:00.000Z@chat','deadline','74106e6ea54e6721 2026-12-01 2026-11-30T03:00:00.000Z','web','web:whole',2,'2026-11-30T03:00:00.000Z','2026-12-01T06:00:00.000Z','pending',0,0,'2026-11-30T03:00:00.000Z',NULL,NULL,'2026-11-26T01:00:20.000Z',NULL);
INSERT INTO "letter" VALUES('c538ff2a1fd6c8dd','deadline:74106e6ea54e6721 2026-12-01 2026-11-30T03:00:00.000Z','deadline','74106e6ea54e6721 2026-12-01 2026-11-30T03:00:00.000Z','mail','',2,'2026-11-30T03:00:00.000Z','2026-12-01T06:00:00.000Z','pending',0,0,'2026-11-30T03:00:00.000Z',NULL,NULL,'2026-11-26T01:00:20.000Z',NULL);
INSERT INTO "letter" VALUES('b6a658e9eaf9f968','today:74106e6ea54e6721 2026-12-01 2026-11-30T03:00:00.000Z@chat','today','74106e6ea54e6721 2026-12-01 2026-11-30T03:00:00.000Z','web','web:whole',2,'2026-11-30T23:00:00.000Z','2026-12-01T07:00:00.000Z','pending',0,0,'2026-11-30T23:00:00.000Z',NULL,NULL,'2026-11-26T01:00:20.000Z',NULL);
INSERT INTO "letter" VALUES('ce78a48b8a5cc017','today:74106e6ea54e6721 2026-12-01 2026-11-30T03:00:00.000Z','today','74106e6ea54e6721 2026-12-01 2026-11-30T03:00:00.000Z','mail','',2,'2026-11-30T23:00:00.000Z','2026-12-01T07:00:00.000Z','pending',0,0,'2026-11-30T23:00:00.000Z',NULL,NULL,'2026-11-26T01:00:20.000Z',NULL);
INSERT INTO "letter" VALUES('025c8423ea9a63da','proof:cbdf2a5466d4fbc1','proof','cbdf2a5466d4fbc1','mail','',0,'2026-11-26T01:00:24.000Z','2026-11-26T02:00:24.000Z','pending',0,0,'2026-11-26T01:00:24.000Z',NULL,NULL,'2026-11-26T01:00:24.000Z',NULL);
INSERT INTO "letter" VALUES('915d4e0929699733','proof:2396918f83d34e55','proof','2396918f83d34e55','mail','',0,'2026-11-26T01:00:44.000Z','2026-11-26T02:00:44.000Z','pending',0,0,'2026-11-26T01:00:44.000Z',NULL,NULL,'2026-11-26T01:00:44.000Z',NULL);
INSERT INTO "letter" VALUES('051dadf18cedafb9','proof:78a563e2d30d569f','proof','78a563e2d30d569f','mail','',0,'2026-11-26T01:00:48.000Z','2026-11-26T02:00:48.000Z','pending',0,0,'2026-11-26T01:00:48.000Z',NULL,NULL,'2026-11-26T01:00:48.000Z',NULL);
INSERT INTO "letter" VALUES('d2bd30badb407181','proof:d248552741583381','proof','d248552741583381','mail','',0,'2026-11-26T01:00:56.000Z','2026-11-26T02:00:56.000Z','pending',0,0,'2026-11-26T01:00:56.000Z',NULL,NULL,'2026-11-26T01:00:56.000Z',NULL);
INSERT INTO "letter" VALUES('67e24ee1bd0b23f5','confirmation:6942f770b877e99f:1','confirmation','6942f770b877e99f:1','mail','',1,'2026-11-26T01:01:01.000Z',NULL,'pending',0,0,'2026-11-26T01:01:01.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z',NULL);
INSERT INTO "letter" VALUES('f3a3e5364580470f','can-change:06c1767a67469ea2 2026-12-01 2026-11-30T03:00:00.000Z@chat','can-change','06c1767a67469ea2 2026-12-01 2026-11-30T03:00:00.000Z','web','web:a',2,'2026-11-30T00:00:00.000Z','2026-11-30T03:00:00.000Z','pending',0,0,'2026-11-30T00:00:00.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z',NULL);
INSERT INTO "letter" VALUES('e29a490cf4b12273','can-change:06c1767a67469ea2 2026-12-01 2026-11-30T03:00:00.000Z','can-change','06c1767a67469ea2 2026-12-01 2026-11-30T03:00:00.000Z','mail','',2,'2026-11-30T00:00:00.000Z','2026-11-30T03:00:00.000Z','pending',0,0,'2026-11-30T00:00:00.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z',NULL);
INSERT INTO "letter" VALUES('026a8c8c91fd9b30','deadline:06c1767a67469ea2 2026-12-01 2026-11-30T03:00:00.000Z@chat','deadline','06c1767a67469ea2 2026-12-01 2026-11-30T03:00:00.000Z','web','web:a',2,'2026-11-30T03:00:00.000Z','2026-12-01T06:00:00.000Z','pending',0,0,'2026-11-30T03:00:00.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z',NULL);
INSERT INTO "letter" VALUES('0b879939948ff787','deadline:06c1767a67469ea2 2026-12-01 2026-11-30T03:00:00.000Z','deadline','06c1767a67469ea2 2026-12-01 2026-11-30T03:00:00.000Z','mail','',2,'2026-11-30T03:00:00.000Z','2026-12-01T06:00:00.000Z','pending',0,0,'2026-11-30T03:00:00.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z',NULL);
INSERT INTO "letter" VALUES('3f46e484102c9a8c','today:06c1767a67469ea2 2026-12-01 2026-11-30T03:00:00.000Z@chat','today','06c1767a67469ea2 2026-12-01 2026-11-30T03:00:00.000Z','web','web:a',2,'2026-11-30T23:00:00.000Z','2026-12-01T07:00:00.000Z','pending',0,0,'2026-11-30T23:00:00.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z',NULL);
INSERT INTO "letter" VALUES('129bcf8a53248124','today:06c1767a67469ea2 2026-12-01 2026-11-30T03:00:00.000Z','today','06c1767a67469ea2 2026-12-01 2026-11-30T03:00:00.000Z','mail','',2,'2026-11-30T23:00:00.000Z','2026-12-01T07:00:00.000Z','pending',0,0,'2026-11-30T23:00:00.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z',NULL);
INSERT INTO "letter" VALUES('1d84e50e5a3b4e2c','confirmation:847bc79b75838b9d:1','confirmation','847bc79b75838b9d:1','mail','',1,'2026-11-26T01:01:01.000Z',NULL,'pending',0,0,'2026-11-26T01:01:01.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z',NULL);
INSERT INTO "letter" VALUES('4fd86537f9ef143a','can-change:9c165fd6295f17e5 2026-12-01 2026-11-30T03:00:00.000Z@chat','can-change','9c165fd6295f17e5 2026-12-01 2026-11-30T03:00:00.000Z','web','web:b',2,'2026-11-30T00:00:00.000Z','2026-11-30T03:00:00.000Z','skipped',0,0,'2026-11-30T00:00:00.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z','2026-11-26T01:01:01.000Z');
INSERT INTO "letter" VALUES('b157889898936210','can-change:9c165fd6295f17e5 2026-12-01 2026-11-30T03:00:00.000Z','can-change','9c165fd6295f17e5 2026-12-01 2026-11-30T03:00:00.000Z','mail','',2,'2026-11-30T00:00:00.000Z','2026-11-30T03:00:00.000Z','skipped',0,0,'2026-11-30T00:00:00.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z','2026-11-26T01:01:01.000Z');
INSERT INTO "letter" VALUES('829ba5750886ca66','deadline:9c165fd6295f17e5 2026-12-01 2026-11-30T03:00:00.000Z@chat','deadline','9c165fd6295f17e5 2026-12-01 2026-11-30T03:00:00.000Z','web','web:b',2,'2026-11-30T03:00:00.000Z','2026-12-01T06:00:00.000Z','skipped',0,0,'2026-11-30T03:00:00.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z','2026-11-26T01:01:01.000Z');
INSERT INTO "letter" VALUES('ef08e709fce58095','deadline:9c165fd6295f17e5 2026-12-01 2026-11-30T03:00:00.000Z','deadline','9c165fd6295f17e5 2026-12-01 2026-11-30T03:00:00.000Z','mail','',2,'2026-11-30T03:00:00.000Z','2026-12-01T06:00:00.000Z','skipped',0,0,'2026-11-30T03:00:00.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z','2026-11-26T01:01:01.000Z');
INSERT INTO "letter" VALUES('edd2a069666c6fd6','today:9c165fd6295f17e5 2026-12-01 2026-11-30T03:00:00.000Z@chat','today','9c165fd6295f17e5 2026-12-01 2026-11-30T03:00:00.000Z','web','web:b',2,'2026-11-30T23:00:00.000Z','2026-12-01T07:00:00.000Z','skipped',0,0,'2026-11-30T23:00:00.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z','2026-11-26T01:01:01.000Z');
INSERT INTO "letter" VALUES('7c697de2d81c5466','today:9c165fd6295f17e5 2026-12-01 2026-11-30T03:00:00.000Z','today','9c165fd6295f17e5 2026-12-01 2026-11-30T03:00:00.000Z','mail','',2,'2026-11-30T23:00:00.000Z','2026-12-01T07:00:00.000Z','skipped',0,0,'2026-11-30T23:00:00.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z','2026-11-26T01:01:01.000Z');
INSERT INTO "letter" VALUES('ac7e0dae788aaaa4','confirmation:6942f770b877e99f:2','confirmation','6942f770b877e99f:2','mail','',1,'2026-11-26T01:01:01.000Z',NULL,'pending',0,0,'2026-11-26T01:01:01.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z',NULL);
INSERT INTO "letter" VALUES('d9cea38c15973015','cancellation:847bc79b75838b9d:2','cancellation','847bc79b75838b9d:2','mail','',1,'2026-11-26T01:01:01.000Z',NULL,'pending',0,0,'2026-11-26T01:01:01.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z',NULL);
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
INSERT INTO "migration" VALUES(12,'2026-11-26T01:00:00.000Z');
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
INSERT INTO "staff" VALUES('efac42d9ba878299','田中','clerk','','田中','2026-11-27T00:10:00.000Z',0,'','2026-11-26T00:10:00.000Z',NULL);
INSERT INTO "staff" VALUES('1b8395b525d727db','部長','manager','','部長','2026-11-27T00:10:00.000Z',0,'','2026-11-26T00:10:00.000Z',NULL);
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
INSERT INTO "verification" VALUES('43586b60c1c54797','web:whole','whole@example.jp','whole@example.jp','2026-10-01','x','2026-11-26T01:00:03.000Z','2026-11-26T02:00:03.000Z',0,'used','');
INSERT INTO "verification" VALUES('cbdf2a5466d4fbc1','web:half','half@example.jp','half@example.jp','2026-10-01','x','2026-11-26T01:00:24.000Z','2026-11-26T02:00:24.000Z',0,'used','');
INSERT INTO "verification" VALUES('2396918f83d34e55','web:asked','asked@example.jp','asked@example.jp','2026-10-01','x','2026-11-26T01:00:44.000Z','2026-11-26T02:00:44.000Z',0,'open','');
INSERT INTO "verification" VALUES('78a563e2d30d569f','telegram:7','telegram@example.jp','telegram@example.jp','2026-10-01','x','2026-11-26T01:00:48.000Z','2026-11-26T02:00:48.000Z',0,'used','');
INSERT INTO "verification" VALUES('d248552741583381','line:U7','line@example.jp','line@example.jp','2026-10-01','x','2026-11-26T01:00:56.000Z','2026-11-26T02:00:56.000Z',0,'used','');
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
INSERT INTO "visit" VALUES('ba07d69d7423df22','2026-11-26',9,1,'2026-11-26T00:10:00.000Z','',0,0);
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
CREATE INDEX agent_created ON agent (created);
COMMIT;
