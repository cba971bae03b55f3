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
INSERT INTO "agent" VALUES('4a84f0557a28c16c','today@example.jp','佐藤 花子','佐藤行政書士事務所','notified','神行第1234号','2027-03-31','',NULL,'2026-10-01','2026-11-24T01:00:00.000Z','2026-11-24T01:00:00.000Z','ja',NULL,NULL);
INSERT INTO "agent" VALUES('2c8da3111c66484e','closed@example.jp','佐藤 花子','佐藤行政書士事務所','notified','神行第1234号','2027-03-31','',NULL,'2026-10-01','2026-11-24T01:00:00.000Z','2026-11-24T01:00:00.000Z','ja',NULL,NULL);
INSERT INTO "agent" VALUES('ec4237a13b1ffca6','whole@example.jp','李 明','李行政書士事務所','notified','123','2030-01-01','',NULL,'2026-10-01','2026-11-26T01:00:04.000Z','2026-11-26T01:00:04.000Z','ja',NULL,NULL);
INSERT INTO "agent" VALUES('e84e4fa2b3a8b9f8','half@example.jp','李 明','李行政書士事務所','notified','123','2030-01-01','',NULL,'2026-10-01','2026-11-26T01:00:25.000Z','2026-11-26T01:00:25.000Z','ja',NULL,NULL);
INSERT INTO "agent" VALUES('fe1e2aca66190f3b','telegram@example.jp','','',NULL,'',NULL,'',NULL,'2026-10-01','2026-11-26T01:00:49.000Z','2026-11-26T01:00:49.000Z','ja',NULL,NULL);
INSERT INTO "agent" VALUES('0b860f58e721a550','line@example.jp','','',NULL,'',NULL,'',NULL,'2026-10-01','2026-11-26T01:00:57.000Z','2026-11-26T01:00:57.000Z','ja',NULL,NULL);
INSERT INTO "agent" VALUES('071ffbb212e5c860','a@example.jp','佐藤 花子','佐藤行政書士事務所','notified','神行第1234号','2027-03-31','',NULL,'2026-10-01','2026-11-26T01:01:01.000Z','2026-11-26T01:01:01.000Z','ja',NULL,NULL);
INSERT INTO "agent" VALUES('7f87a0113fdc2ab2','b@example.jp','佐藤 花子','佐藤行政書士事務所','notified','神行第1234号','2027-03-31','',NULL,'2026-10-01','2026-11-26T01:01:01.000Z','2026-11-26T01:01:01.000Z','ja',NULL,NULL);
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
INSERT INTO "booking" VALUES('c9c2684cba279380','CF2ZWRH4','4a84f0557a28c16c','web:today','2026-11-26',9,'own','extension','booked',2,'2026-11-25T03:00:00.000Z',1,'2026-10-01',NULL,'2026-11-24T01:00:00.000Z',NULL);
INSERT INTO "booking" VALUES('60db54d04b11c0e6','GR6CWDXK','2c8da3111c66484e','web:closed','2026-11-30',9,'own','extension','cancelled',1,'2026-11-27T03:00:00.000Z',2,'2026-10-01',NULL,'2026-11-24T01:00:00.000Z','2026-11-27T00:10:00.000Z');
INSERT INTO "booking" VALUES('feb672ec0c234829','Q8FMY58P','ec4237a13b1ffca6','web:whole','2026-12-01',10,'own','change','booked',2,'2026-11-30T03:00:00.000Z',1,'2026-10-01',NULL,'2026-11-26T01:00:20.000Z',NULL);
INSERT INTO "booking" VALUES('98cdd83acfad7623','CDUCTPBH','071ffbb212e5c860','web:a','2026-12-01',9,'own','extension','booked',3,'2026-11-30T03:00:00.000Z',2,'2026-10-01',NULL,'2026-11-26T01:01:01.000Z',NULL);
INSERT INTO "booking" VALUES('25c19d8d8f2e6175','FPKG766T','7f87a0113fdc2ab2','web:b','2026-12-01',9,'own','extension','cancelled',3,'2026-11-30T03:00:00.000Z',2,'2026-10-01',NULL,'2026-11-26T01:01:01.000Z',NULL);
CREATE TABLE booking_case (
    booking    TEXT NOT NULL REFERENCES booking (id),
    position   INTEGER NOT NULL,
    agent      TEXT NOT NULL,
    typed      TEXT NOT NULL,
    comparable TEXT NOT NULL,
    PRIMARY KEY (booking, position)
);
INSERT INTO "booking_case" VALUES('c9c2684cba279380',0,'4a84f0557a28c16c','東永P9201','東永P9201');
INSERT INTO "booking_case" VALUES('c9c2684cba279380',1,'4a84f0557a28c16c','東永P9202','東永P9202');
INSERT INTO "booking_case" VALUES('60db54d04b11c0e6',0,'2c8da3111c66484e','東永P9301','東永P9301');
INSERT INTO "booking_case" VALUES('feb672ec0c234829',0,'ec4237a13b1ffca6','東永P1234','東永P1234');
INSERT INTO "booking_case" VALUES('feb672ec0c234829',1,'ec4237a13b1ffca6','777','777');
INSERT INTO "booking_case" VALUES('25c19d8d8f2e6175',0,'7f87a0113fdc2ab2','東永P9101','東永P9101');
INSERT INTO "booking_case" VALUES('25c19d8d8f2e6175',1,'7f87a0113fdc2ab2','東永P9102','東永P9102');
INSERT INTO "booking_case" VALUES('25c19d8d8f2e6175',2,'7f87a0113fdc2ab2','東永P9103','東永P9103');
INSERT INTO "booking_case" VALUES('98cdd83acfad7623',0,'071ffbb212e5c860','東永P9001','東永P9001');
INSERT INTO "booking_case" VALUES('98cdd83acfad7623',1,'071ffbb212e5c860','東永P9002','東永P9002');
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
INSERT INTO "chat" VALUES('web:whole','ec4237a13b1ffca6','ja','booked','{"booking": "Q8FMY58P"}','[]','["/bookings", "/book", "/menu", "/help"]',21,'2026-11-26T01:00:20.000Z');
INSERT INTO "chat" VALUES('web:half','e84e4fa2b3a8b9f8','ja','review','{"mode": "own", "kinds": ["change"], "looking": "2026-12-02", "day": "2026-12-02", "hour": 10, "numbers": ["東永P1234", "777"]}','["mode", "kinds", "counter", "day", "slot", "numbers", "doubts"]','["correct 0", "remove 0", "correct 1", "remove 1", "confirm", "slot", "add", "mode", "/notice", "/back", "/restart", "/stop", "/menu", "/help"]',20,'2026-11-26T01:00:40.000Z');
INSERT INTO "chat" VALUES('web:asked',NULL,'ja','code','{"agreed": "2026-10-01", "address": "asked@example.jp"}','["eligibility", "notice", "address"]','["resend", "other", "/back", "/restart", "/stop", "/menu", "/help"]',4,'2026-11-26T01:00:44.000Z');
INSERT INTO "chat" VALUES('telegram:7','fe1e2aca66190f3b','ja','certificate_number','{"agreed": "2026-10-01", "address": "telegram@example.jp", "name": "李 明", "workplace": "李行政書士事務所", "certificate": "notified"}','["name", "workplace", "certificate"]','["/back", "/restart", "/stop", "/menu", "/help"]',8,'2026-11-26T01:00:52.000Z');
INSERT INTO "chat" VALUES('line:U7','0b860f58e721a550','ja','certificate_number','{"agreed": "2026-10-01", "address": "line@example.jp", "name": "李 明", "workplace": "李行政書士事務所", "certificate": "notified"}','["name", "workplace", "certificate"]','["/back", "/restart", "/stop", "/menu", "/help"]',8,'2026-11-26T01:01:00.000Z');
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
INSERT INTO "earlier" VALUES('60db54d04b11c0e6',1,'2026-11-30',9,'東永P9301','2026-11-26T00:10:00.000Z');
INSERT INTO "earlier" VALUES('98cdd83acfad7623',1,'2026-12-01',9,'東永P9001
東永P9002
東永P9003','2026-11-26T01:01:01.000Z');
INSERT INTO "earlier" VALUES('25c19d8d8f2e6175',1,'2026-12-01',9,'東永P9101
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
INSERT INTO "hold" VALUES('web:half','e84e4fa2b3a8b9f8','2026-12-02',10,'2026-11-26T01:10:38.000Z','web:half','2026-12-01T03:00:00.000Z');
CREATE TABLE journal (
    id     TEXT PRIMARY KEY,
    at     TEXT NOT NULL,
    staff  TEXT NOT NULL,
    act    TEXT NOT NULL,
    about  TEXT NOT NULL,
    why    TEXT NOT NULL,
    result TEXT NOT NULL
, what TEXT NOT NULL DEFAULT '');
INSERT INTO "journal" VALUES('129754be3b3544f2 3bb2beaee0127a21c71ef15f','2026-11-26T00:10:00.000Z','129754be3b3544f2','check-in','c9c2684cba279380','','done','');
INSERT INTO "journal" VALUES('858e54279e20c026 d32ee7b0eb2ffac129412e84','2026-11-26T00:10:00.000Z','858e54279e20c026','close','2026-11-30 2026-11-30 9','台風の接近','done','');
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
INSERT INTO "letter" VALUES('bdbfa93513d5375c','confirmation:c9c2684cba279380:1','confirmation','c9c2684cba279380:1','mail','',1,'2026-11-24T01:00:00.000Z',NULL,'pending',0,0,'2026-11-24T01:00:00.000Z',NULL,NULL,'2026-11-24T01:00:00.000Z',NULL);
INSERT INTO "letter" VALUES('038fd0cadcb41a89','can-change:4a84f0557a28c16c 2026-11-26 2026-11-25T03:00:00.000Z@chat','can-change','4a84f0557a28c16c 2026-11-26 2026-11-25T03:00:00.000Z','web','web:today',2,'2026-11-25T00:00:00.000Z','2026-11-25T03:00:00.000Z','pending',0,0,'2026-11-25T00:00:00.000Z',NULL,NULL,'2026-11-24T01:00:00.000Z',NULL);
INSERT INTO "letter" VALUES('af260535d183a315','can-change:4a84f0557a28c16c 2026-11-26 2026-11-25T03:00:00.000Z','can-change','4a84f0557a28c16c 2026-11-26 2026-11-25T03:00:00.000Z','mail','',2,'2026-11-25T00:00:00.000Z','2026-11-25T03:00:00.000Z','pending',0,0,'2026-11-25T00:00:00.000Z',NULL,NULL,'2026-11-24T01:00:00.000Z',NULL);
INSERT INTO "letter" VALUES('b4882854d9569f8b','deadline:4a84f0557a28c16c 2026-11-26 2026-11-25T03:00:00.000Z@chat','deadline','4a84f0557a28c16c 2026-11-26 2026-11-25T03:00:00.000Z','web','web:today',2,'2026-11-25T03:00:00.000Z','2026-11-26T06:00:00.000Z','pending',0,0,'2026-11-25T03:00:00.000Z',NULL,NULL,'2026-11-24T01:00:00.000Z',NULL);
INSERT INTO "letter" VALUES('a8f204d90f1c7111','deadline:4a84f0557a28c16c 2026-11-26 2026-11-25T03:00:00.000Z','deadline','4a84f0557a28c16c 2026-11-26 2026-11-25T03:00:00.000Z','mail','',2,'2026-11-25T03:00:00.000Z','2026-11-26T06:00:00.000Z','pending',0,0,'2026-11-25T03:00:00.000Z',NULL,NULL,'2026-11-24T01:00:00.000Z',NULL);
INSERT INTO "letter" VALUES('92d006be3a399ebb','today:4a84f0557a28c16c 2026-11-26 2026-11-25T03:00:00.000Z@chat','today','4a84f0557a28c16c 2026-11-26 2026-11-25T03:00:00.000Z','web','web:today',2,'2026-11-25T23:00:00.000Z','2026-11-26T07:00:00.000Z','pending',0,0,'2026-11-25T23:00:00.000Z',NULL,NULL,'2026-11-24T01:00:00.000Z',NULL);
INSERT INTO "letter" VALUES('6840e9961a10cbfc','today:4a84f0557a28c16c 2026-11-26 2026-11-25T03:00:00.000Z','today','4a84f0557a28c16c 2026-11-26 2026-11-25T03:00:00.000Z','mail','',2,'2026-11-25T23:00:00.000Z','2026-11-26T07:00:00.000Z','pending',0,0,'2026-11-25T23:00:00.000Z',NULL,NULL,'2026-11-24T01:00:00.000Z',NULL);
INSERT INTO "letter" VALUES('584ce80ae768d90f','confirmation:60db54d04b11c0e6:1','confirmation','60db54d04b11c0e6:1','mail','',1,'2026-11-24T01:00:00.000Z',NULL,'pending',0,0,'2026-11-24T01:00:00.000Z',NULL,NULL,'2026-11-24T01:00:00.000Z',NULL);
INSERT INTO "letter" VALUES('cf42a0e57be4fe3a','can-change:2c8da3111c66484e 2026-11-30 2026-11-27T03:00:00.000Z@chat','can-change','2c8da3111c66484e 2026-11-30 2026-11-27T03:00:00.000Z','web','web:closed',2,'2026-11-27T00:00:00.000Z','2026-11-27T03:00:00.000Z','skipped',0,0,'2026-11-27T00:00:00.000Z',NULL,NULL,'2026-11-24T01:00:00.000Z','2026-11-26T00:10:00.000Z');
INSERT INTO "letter" VALUES('fb95f0145d4c7564','can-change:2c8da3111c66484e 2026-11-30 2026-11-27T03:00:00.000Z','can-change','2c8da3111c66484e 2026-11-30 2026-11-27T03:00:00.000Z','mail','',2,'2026-11-27T00:00:00.000Z','2026-11-27T03:00:00.000Z','skipped',0,0,'2026-11-27T00:00:00.000Z',NULL,NULL,'2026-11-24T01:00:00.000Z','2026-11-26T00:10:00.000Z');
INSERT INTO "letter" VALUES('31c7ce57364378b5','deadline:2c8da3111c66484e 2026-11-30 2026-11-27T03:00:00.000Z@chat','deadline','2c8da3111c66484e 2026-11-30 2026-11-27T03:00:00.000Z','web','web:closed',2,'2026-11-27T03:00:00.000Z','2026-11-30T06:00:00.000Z','skipped',0,0,'2026-11-27T03:00:00.000Z',NULL,NULL,'2026-11-24T01:00:00.000Z','2026-11-26T00:10:00.000Z');
INSERT INTO "letter" VALUES('272f6e6130afb40b','deadline:2c8da3111c66484e 2026-11-30 2026-11-27T03:00:00.000Z','deadline','2c8da3111c66484e 2026-11-30 2026-11-27T03:00:00.000Z','mail','',2,'2026-11-27T03:00:00.000Z','2026-11-30T06:00:00.000Z','skipped',0,0,'2026-11-27T03:00:00.000Z',NULL,NULL,'2026-11-24T01:00:00.000Z','2026-11-26T00:10:00.000Z');
INSERT INTO "letter" VALUES('cf7d60edd9f24f17','today:2c8da3111c66484e 2026-11-30 2026-11-27T03:00:00.000Z@chat','today','2c8da3111c66484e 2026-11-30 2026-11-27T03:00:00.000Z','web','web:closed',2,'2026-11-29T23:00:00.000Z','2026-11-30T07:00:00.000Z','skipped',0,0,'2026-11-29T23:00:00.000Z',NULL,NULL,'2026-11-24T01:00:00.000Z','2026-11-26T00:10:00.000Z');
INSERT INTO "letter" VALUES('6b25daa03e52f9cd','today:2c8da3111c66484e 2026-11-30 2026-11-27T03:00:00.000Z','today','2c8da3111c66484e 2026-11-30 2026-11-27T03:00:00.000Z','mail','',2,'2026-11-29T23:00:00.000Z','2026-11-30T07:00:00.000Z','skipped',0,0,'2026-11-29T23:00:00.000Z',NULL,NULL,'2026-11-24T01:00:00.000Z','2026-11-26T00:10:00.000Z');
INSERT INTO "letter" VALUES('26ce202687c30b17','closed:2c8da3111c66484e 2026-11-30 2026-11-27T00:10:00.000Z@chat','closed','2c8da3111c66484e 2026-11-30 2026-11-27T00:10:00.000Z','web','web:closed',1,'2026-11-26T00:10:00.000Z',NULL,'pending',0,0,'2026-11-26T00:10:00.000Z',NULL,NULL,'2026-11-26T00:10:00.000Z',NULL);
INSERT INTO "letter" VALUES('6cae8be9416a83da','closed:2c8da3111c66484e 2026-11-30 2026-11-27T00:10:00.000Z','closed','2c8da3111c66484e 2026-11-30 2026-11-27T00:10:00.000Z','mail','',1,'2026-11-26T00:10:00.000Z',NULL,'pending',0,0,'2026-11-26T00:10:00.000Z',NULL,NULL,'2026-11-26T00:10:00.000Z',NULL);
INSERT INTO "letter" VALUES('3e3d4b890308985b','proof:4ef02a147849d43e','proof','4ef02a147849d43e','mail','',0,'2026-11-26T01:00:03.000Z','2026-11-26T02:00:03.000Z','pending',0,0,'2026-11-26T01:00:03.000Z',NULL,NULL,'2026-11-26T01:00:03.000Z',NULL);
INSERT INTO "letter" VALUES('fa65bb236c44e270','confirmation:feb672ec0c234829:1','confirmation','feb672ec0c234829:1','mail','',1,'2026-11-26T01:00:20.000Z',NULL,'pending',0,0,'2026-11-26T01:00:20.000Z',NULL,NULL,'2026-11-26T01:00:20.000Z',NULL);
INSERT INTO "letter" VALUES('be62e1fb67ed3afd','can-change:ec4237a13b1ffca6 2026-12-01 2026-11-30T03:00:00.000Z@chat','can-change','ec4237a13b1ffca6 2026-12-01 2026-11-30T03:00:00.000Z','web','web:whole',2,'2026-11-30T00:00:00.000Z','2026-11-30T03:00:00.000Z','pending',0,0,'2026-11-30T00:00:00.000Z',NULL,NULL,'2026-11-26T01:00:20.000Z',NULL);
INSERT INTO "letter" VALUES('ecd368559abcb6a7','can-change:ec4237a13b1ffca6 2026-12-01 2026-11-30T03:00:00.000Z','can-change','ec4237a13b1ffca6 2026-12-01 2026-11-30T03:00:00.000Z','mail','',2,'2026-11-30T00:00:00.000Z','2026-11-30T03:00:00.000Z','pending',0,0,'2026-11-30T00:00:00.000Z',NULL,NULL,'2026-11-26T01:00:20.000Z',NULL);
INSERT INTO "letter" VALUES('af101129d19d2cf5','deadline:ec4237a13b1ffca6 2026-12-01 2026-11-30T03:00:00.000Z@chat','deadline','ec4237a13b1ffca6 2026-12-01 2026-11-30T03:00:00.000Z','web','web:whole',2,'2026-11-30T03:00:00.000Z','2026-12-01T06:00:00.000Z','pending',0,0,'2026-11-30T03:00:00.000Z',NULL,NULL,'2026-11-26T01:00:20.000Z',NULL);
INSERT INTO "letter" VALUES('198512027a10f14d','deadline:ec4237a13b1ffca6 2026-12-01 2026-11-30T03:00:00.000Z','deadline','ec4237a13b1ffca6 2026-12-01 2026-11-30T03:00:00.000Z','mail','',2,'2026-11-30T03:00:00.000Z','2026-12-01T06:00:00.000Z','pending',0,0,'2026-11-30T03:00:00.000Z',NULL,NULL,'2026-11-26T01:00:20.000Z',NULL);
INSERT INTO "letter" VALUES('d577eb801ba592d6','today:ec4237a13b1ffca6 2026-12-01 2026-11-30T03:00:00.000Z@chat','today','ec4237a13b1ffca6 2026-12-01 2026-11-30T03:00:00.000Z','web','web:whole',2,'2026-11-30T23:00:00.000Z','2026-12-01T07:00:00.000Z','pending',0,0,'2026-11-30T23:00:00.000Z',NULL,NULL,'2026-11-26T01:00:20.000Z',NULL);
INSERT INTO "letter" VALUES('f331481500eccf23','today:ec4237a13b1ffca6 2026-12-01 2026-11-30T03:00:00.000Z','today','ec4237a13b1ffca6 2026-12-01 2026-11-30T03:00:00.000Z','mail','',2,'2026-11-30T23:00:00.000Z','2026-12-01T07:00:00.000Z','pending',0,0,'2026-11-30T23:00:00.000Z',NULL,NULL,'2026-11-26T01:00:20.000Z',NULL);
INSERT INTO "letter" VALUES('531e296075e16906','proof:658db6747da1beca','proof','658db6747da1beca','mail','',0,'2026-11-26T01:00:24.000Z','2026-11-26T02:00:24.000Z','pending',0,0,'2026-11-26T01:00:24.000Z',NULL,NULL,'2026-11-26T01:00:24.000Z',NULL);
INSERT INTO "letter" VALUES('d0a70e0ab5aea641','proof:378baa6722581eb6','proof','378baa6722581eb6','mail','',0,'2026-11-26T01:00:44.000Z','2026-11-26T02:00:44.000Z','pending',0,0,'2026-11-26T01:00:44.000Z',NULL,NULL,'2026-11-26T01:00:44.000Z',NULL);
INSERT INTO "letter" VALUES('fe6efd48097c9007','proof:2f381ca2d6dfc450','proof','2f381ca2d6dfc450','mail','',0,'2026-11-26T01:00:48.000Z','2026-11-26T02:00:48.000Z','pending',0,0,'2026-11-26T01:00:48.000Z',NULL,NULL,'2026-11-26T01:00:48.000Z',NULL);
INSERT INTO "letter" VALUES('74f305b98f0e7d33','proof:006359e62f8804d4','proof','006359e62f8804d4','mail','',0,'2026-11-26T01:00:56.000Z','2026-11-26T02:00:56.000Z','pending',0,0,'2026-11-26T01:00:56.000Z',NULL,NULL,'2026-11-26T01:00:56.000Z',NULL);
INSERT INTO "letter" VALUES('0853ff30d765a014','confirmation:98cdd83acfad7623:1','confirmation','98cdd83acfad7623:1','mail','',1,'2026-11-26T01:01:01.000Z',NULL,'pending',0,0,'2026-11-26T01:01:01.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z',NULL);
INSERT INTO "letter" VALUES('d793ad3309a55e61','can-change:071ffbb212e5c860 2026-12-01 2026-11-30T03:00:00.000Z@chat','can-change','071ffbb212e5c860 2026-12-01 2026-11-30T03:00:00.000Z','web','web:a',2,'2026-11-30T00:00:00.000Z','2026-11-30T03:00:00.000Z','pending',0,0,'2026-11-30T00:00:00.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z',NULL);
INSERT INTO "letter" VALUES('9c16d34429a84b61','can-change:071ffbb212e5c860 2026-12-01 2026-11-30T03:00:00.000Z','can-change','071ffbb212e5c860 2026-12-01 2026-11-30T03:00:00.000Z','mail','',2,'2026-11-30T00:00:00.000Z','2026-11-30T03:00:00.000Z','pending',0,0,'2026-11-30T00:00:00.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z',NULL);
INSERT INTO "letter" VALUES('d3c756fc2d66684b','deadline:071ffbb212e5c860 2026-12-01 2026-11-30T03:00:00.000Z@chat','deadline','071ffbb212e5c860 2026-12-01 2026-11-30T03:00:00.000Z','web','web:a',2,'2026-11-30T03:00:00.000Z','2026-12-01T06:00:00.000Z','pending',0,0,'2026-11-30T03:00:00.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z',NULL);
INSERT INTO "letter" VALUES('5810c0fa034bfa36','deadline:071ffbb212e5c860 2026-12-01 2026-11-30T03:00:00.000Z','deadline','071ffbb212e5c860 2026-12-01 2026-11-30T03:00:00.000Z','mail','',2,'2026-11-30T03:00:00.000Z','2026-12-01T06:00:00.000Z','pending',0,0,'2026-11-30T03:00:00.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z',NULL);
INSERT INTO "letter" VALUES('f4a9700de56506f2','today:071ffbb212e5c860 2026-12-01 2026-11-30T03:00:00.000Z@chat','today','071ffbb212e5c860 2026-12-01 2026-11-30T03:00:00.000Z','web','web:a',2,'2026-11-30T23:00:00.000Z','2026-12-01T07:00:00.000Z','pending',0,0,'2026-11-30T23:00:00.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z',NULL);
INSERT INTO "letter" VALUES('197e7738e7746d1f','today:071ffbb212e5c860 2026-12-01 2026-11-30T03:00:00.000Z','today','071ffbb212e5c860 2026-12-01 2026-11-30T03:00:00.000Z','mail','',2,'2026-11-30T23:00:00.000Z','2026-12-01T07:00:00.000Z','pending',0,0,'2026-11-30T23:00:00.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z',NULL);
INSERT INTO "letter" VALUES('0e37123c22127fac','confirmation:25c19d8d8f2e6175:1','confirmation','25c19d8d8f2e6175:1','mail','',1,'2026-11-26T01:01:01.000Z',NULL,'pending',0,0,'2026-11-26T01:01:01.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z',NULL);
INSERT INTO "letter" VALUES('1c4b05ca962c1f50','can-change:7f87a0113fdc2ab2 2026-12-01 2026-11-30T03:00:00.000Z@chat','can-change','7f87a0113fdc2ab2 2026-12-01 2026-11-30T03:00:00.000Z','web','web:b',2,'2026-11-30T00:00:00.000Z','2026-11-30T03:00:00.000Z','skipped',0,0,'2026-11-30T00:00:00.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z','2026-11-26T01:01:01.000Z');
INSERT INTO "letter" VALUES('e276ad0cc32b7bba','can-change:7f87a0113fdc2ab2 2026-12-01 2026-11-30T03:00:00.000Z','can-change','7f87a0113fdc2ab2 2026-12-01 2026-11-30T03:00:00.000Z','mail','',2,'2026-11-30T00:00:00.000Z','2026-11-30T03:00:00.000Z','skipped',0,0,'2026-11-30T00:00:00.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z','2026-11-26T01:01:01.000Z');
INSERT INTO "letter" VALUES('fcee426fefb78bc3','deadline:7f87a0113fdc2ab2 2026-12-01 2026-11-30T03:00:00.000Z@chat','deadline','7f87a0113fdc2ab2 2026-12-01 2026-11-30T03:00:00.000Z','web','web:b',2,'2026-11-30T03:00:00.000Z','2026-12-01T06:00:00.000Z','skipped',0,0,'2026-11-30T03:00:00.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z','2026-11-26T01:01:01.000Z');
INSERT INTO "letter" VALUES('41b4efbb49ea2d4f','deadline:7f87a0113fdc2ab2 2026-12-01 2026-11-30T03:00:00.000Z','deadline','7f87a0113fdc2ab2 2026-12-01 2026-11-30T03:00:00.000Z','mail','',2,'2026-11-30T03:00:00.000Z','2026-12-01T06:00:00.000Z','skipped',0,0,'2026-11-30T03:00:00.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z','2026-11-26T01:01:01.000Z');
INSERT INTO "letter" VALUES('e139adbe036b6e27','today:7f87a0113fdc2ab2 2026-12-01 2026-11-30T03:00:00.000Z@chat','today','7f87a0113fdc2ab2 2026-12-01 2026-11-30T03:00:00.000Z','web','web:b',2,'2026-11-30T23:00:00.000Z','2026-12-01T07:00:00.000Z','skipped',0,0,'2026-11-30T23:00:00.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z','2026-11-26T01:01:01.000Z');
INSERT INTO "letter" VALUES('c342ab759ad5fd80','today:7f87a0113fdc2ab2 2026-12-01 2026-11-30T03:00:00.000Z','today','7f87a0113fdc2ab2 2026-12-01 2026-11-30T03:00:00.000Z','mail','',2,'2026-11-30T23:00:00.000Z','2026-12-01T07:00:00.000Z','skipped',0,0,'2026-11-30T23:00:00.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z','2026-11-26T01:01:01.000Z');
INSERT INTO "letter" VALUES('68318e2bebc40f6b','confirmation:98cdd83acfad7623:2','confirmation','98cdd83acfad7623:2','mail','',1,'2026-11-26T01:01:01.000Z',NULL,'pending',0,0,'2026-11-26T01:01:01.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z',NULL);
INSERT INTO "letter" VALUES('43bef46a16ecf486','cancellation:25c19d8d8f2e6175:2','cancellation','25c19d8d8f2e6175:2','mail','',1,'2026-11-26T01:01:01.000Z',NULL,'pending',0,0,'2026-11-26T01:01:01.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z',NULL);
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
INSERT INTO "staff" VALUES('129754be3b3544f2','田中','clerk','','田中','2026-11-27T00:10:00.000Z',0,'','2026-11-26T00:10:00.000Z',NULL);
INSERT INTO "staff" VALUES('858e54279e20c026','部長','manager','','部長','2026-11-27T00:10:00.000Z',0,'','2026-11-26T00:10:00.000Z',NULL);
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
INSERT INTO "verification" VALUES('4ef02a147849d43e','web:whole','whole@example.jp','whole@example.jp','2026-10-01','x','2026-11-26T01:00:03.000Z','2026-11-26T02:00:03.000Z',0,'used','');
INSERT INTO "verification" VALUES('658db6747da1beca','web:half','half@example.jp','half@example.jp','2026-10-01','x','2026-11-26T01:00:24.000Z','2026-11-26T02:00:24.000Z',0,'used','');
INSERT INTO "verification" VALUES('378baa6722581eb6','web:asked','asked@example.jp','asked@example.jp','2026-10-01','x','2026-11-26T01:00:44.000Z','2026-11-26T02:00:44.000Z',0,'open','');
INSERT INTO "verification" VALUES('2f381ca2d6dfc450','telegram:7','telegram@example.jp','telegram@example.jp','2026-10-01','x','2026-11-26T01:00:48.000Z','2026-11-26T02:00:48.000Z',0,'used','');
INSERT INTO "verification" VALUES('006359e62f8804d4','line:U7','line@example.jp','line@example.jp','2026-10-01','x','2026-11-26T01:00:56.000Z','2026-11-26T02:00:56.000Z',0,'used','');
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
INSERT INTO "visit" VALUES('4a84f0557a28c16c','2026-11-26',9,1,'2026-11-26T00:10:00.000Z','',0,0);
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
