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
INSERT INTO "agent" VALUES('c3c0da6cdf5fc17c','whole@example.jp','李 明','李行政書士事務所','notified','123','2030-01-01','',NULL,'2026-10-01','2026-11-26T01:00:04.000Z','2026-11-26T01:00:04.000Z','ja',NULL);
INSERT INTO "agent" VALUES('ac561f9d39c2e6a7','half@example.jp','李 明','李行政書士事務所','notified','123','2030-01-01','',NULL,'2026-10-01','2026-11-26T01:00:25.000Z','2026-11-26T01:00:25.000Z','ja',NULL);
INSERT INTO "agent" VALUES('db891f2abe139fe7','telegram@example.jp','','',NULL,'',NULL,'',NULL,'2026-10-01','2026-11-26T01:00:49.000Z','2026-11-26T01:00:49.000Z','ja',NULL);
INSERT INTO "agent" VALUES('545914da5feafc59','line@example.jp','','',NULL,'',NULL,'',NULL,'2026-10-01','2026-11-26T01:00:57.000Z','2026-11-26T01:00:57.000Z','ja',NULL);
INSERT INTO "agent" VALUES('c95955d9158f34f5','a@example.jp','佐藤 花子','佐藤行政書士事務所','notified','神行第1234号','2027-03-31','',NULL,'2026-10-01','2026-11-26T01:01:01.000Z','2026-11-26T01:01:01.000Z','ja',NULL);
INSERT INTO "agent" VALUES('9c409a69bb232603','b@example.jp','佐藤 花子','佐藤行政書士事務所','notified','神行第1234号','2027-03-31','',NULL,'2026-10-01','2026-11-26T01:01:01.000Z','2026-11-26T01:01:01.000Z','ja',NULL);
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
INSERT INTO "booking" VALUES('9f4dea1e969dac5e','QDP6PN44','c3c0da6cdf5fc17c','web:whole','2026-12-01',10,'own','change','booked',2,'2026-11-30T03:00:00.000Z',1,'2026-10-01',NULL,'2026-11-26T01:00:20.000Z');
INSERT INTO "booking" VALUES('7789d1999e6bb17d','EM9MT7VH','c95955d9158f34f5','web:a','2026-12-01',9,'own','extension','booked',3,'2026-11-30T03:00:00.000Z',2,'2026-10-01',NULL,'2026-11-26T01:01:01.000Z');
INSERT INTO "booking" VALUES('93efa4e71fbd11ce','J3UM5E3R','9c409a69bb232603','web:b','2026-12-01',9,'own','extension','cancelled',3,'2026-11-30T03:00:00.000Z',2,'2026-10-01',NULL,'2026-11-26T01:01:01.000Z');
CREATE TABLE booking_case (
    booking    TEXT NOT NULL REFERENCES booking (id),
    position   INTEGER NOT NULL,
    agent      TEXT NOT NULL,
    typed      TEXT NOT NULL,
    comparable TEXT NOT NULL,
    PRIMARY KEY (booking, position)
);
INSERT INTO "booking_case" VALUES('9f4dea1e969dac5e',0,'c3c0da6cdf5fc17c','東永P1234','東永P1234');
INSERT INTO "booking_case" VALUES('9f4dea1e969dac5e',1,'c3c0da6cdf5fc17c','777','777');
INSERT INTO "booking_case" VALUES('93efa4e71fbd11ce',0,'9c409a69bb232603','東永P9101','東永P9101');
INSERT INTO "booking_case" VALUES('93efa4e71fbd11ce',1,'9c409a69bb232603','東永P9102','東永P9102');
INSERT INTO "booking_case" VALUES('93efa4e71fbd11ce',2,'9c409a69bb232603','東永P9103','東永P9103');
INSERT INTO "booking_case" VALUES('7789d1999e6bb17d',0,'c95955d9158f34f5','東永P9001','東永P9001');
INSERT INTO "booking_case" VALUES('7789d1999e6bb17d',1,'c95955d9158f34f5','東永P9002','東永P9002');
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
INSERT INTO "chat" VALUES('web:whole','c3c0da6cdf5fc17c','ja','booked','{"booking": "QDP6PN44"}','[]','["/bookings", "/book", "/menu", "/help"]',21,'2026-11-26T01:00:20.000Z');
INSERT INTO "chat" VALUES('web:half','ac561f9d39c2e6a7','ja','review','{"mode": "own", "kinds": ["change"], "looking": "2026-12-02", "day": "2026-12-02", "hour": 10, "numbers": ["東永P1234", "777"]}','["mode", "kinds", "counter", "day", "slot", "numbers", "doubts"]','["correct 0", "remove 0", "correct 1", "remove 1", "confirm", "slot", "add", "mode", "/notice", "/back", "/restart", "/stop", "/menu", "/help"]',20,'2026-11-26T01:00:40.000Z');
INSERT INTO "chat" VALUES('web:asked',NULL,'ja','code','{"agreed": "2026-10-01", "address": "asked@example.jp"}','["eligibility", "notice", "address"]','["resend", "other", "/back", "/restart", "/stop", "/menu", "/help"]',4,'2026-11-26T01:00:44.000Z');
INSERT INTO "chat" VALUES('telegram:7','db891f2abe139fe7','ja','certificate_number','{"agreed": "2026-10-01", "address": "telegram@example.jp", "name": "李 明", "workplace": "李行政書士事務所", "certificate": "notified"}','["name", "workplace", "certificate"]','["/back", "/restart", "/stop", "/menu", "/help"]',8,'2026-11-26T01:00:52.000Z');
INSERT INTO "chat" VALUES('line:U7','545914da5feafc59','ja','certificate_number','{"agreed": "2026-10-01", "address": "line@example.jp", "name": "李 明", "workplace": "李行政書士事務所", "certificate": "notified"}','["name", "workplace", "certificate"]','["/back", "/restart", "/stop", "/menu", "/help"]',8,'2026-11-26T01:01:00.000Z');
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
INSERT INTO "earlier" VALUES('7789d1999e6bb17d',1,'2026-12-01',9,'東永P9001
東永P9002
東永P9003','2026-11-26T01:01:01.000Z');
INSERT INTO "earlier" VALUES('93efa4e71fbd11ce',1,'2026-12-01',9,'東永P9101
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
INSERT INTO "hold" VALUES('web:half','ac561f9d39c2e6a7','2026-12-02',10,'2026-11-26T01:10:38.000Z','web:half');
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
INSERT INTO "letter" VALUES('0404fb93bb1d888b','proof:bb2e90635e0b84d8','proof','bb2e90635e0b84d8','mail','',0,'2026-11-26T01:00:03.000Z','2026-11-26T02:00:03.000Z','pending',0,0,'2026-11-26T01:00:03.000Z',NULL,NULL,'2026-11-26T01:00:03.000Z',NULL);
INSERT INTO "letter" VALUES('65812936837853f4','confirmation:9f4dea1e969dac5e:1','confirmation','9f4dea1e969dac5e:1','mail','',1,'2026-11-26T01:00:20.000Z',NULL,'pending',0,0,'2026-11-26T01:00:20.000Z',NULL,NULL,'2026-11-26T01:00:20.000Z',NULL);
INSERT INTO "letter" VALUES('1e49483497440ea4','can-change:c3c0da6cdf5fc17c 2026-12-01 2026-11-30T03:00:00.000Z@chat','can-change','c3c0da6cdf5fc17c 2026-12-01 2026-11-30T03:00:00.000Z','web','web:whole',2,'2026-11-30T00:00:00.000Z','2026-11-30T03:00:00.000Z','pending',0,0,'2026-11-30T00:00:00.000Z',NULL,NULL,'2026-11-26T01:00:20.000Z',NULL);
INSERT INTO "letter" VALUES('d72da1ce647c3012','can-change:c3c0da6cdf5fc17c 2026-12-01 2026-11-30T03:00:00.000Z','can-change','c3c0da6cdf5fc17c 2026-12-01 2026-11-30T03:00:00.000Z','mail','',2,'2026-11-30T00:00:00.000Z','2026-11-30T03:00:00.000Z','pending',0,0,'2026-11-30T00:00:00.000Z',NULL,NULL,'2026-11-26T01:00:20.000Z',NULL);
INSERT INTO "letter" VALUES('c5b39bd7371ed7ab','deadline:c3c0da6cdf5fc17c 2026-12-01 2026-11-30T03:00:00.000Z@chat','deadline','c3c0da6cdf5fc17c 2026-12-01 2026-11-30T03:00:00.000Z','web','web:whole',2,'2026-11-30T03:00:00.000Z','2026-12-01T06:00:00.000Z','pending',0,0,'2026-11-30T03:00:00.000Z',NULL,NULL,'2026-11-26T01:00:20.000Z',NULL);
INSERT INTO "letter" VALUES('4a67e87f3094ce6a','deadline:c3c0da6cdf5fc17c 2026-12-01 2026-11-30T03:00:00.000Z','deadline','c3c0da6cdf5fc17c 2026-12-01 2026-11-30T03:00:00.000Z','mail','',2,'2026-11-30T03:00:00.000Z','2026-12-01T06:00:00.000Z','pending',0,0,'2026-11-30T03:00:00.000Z',NULL,NULL,'2026-11-26T01:00:20.000Z',NULL);
INSERT INTO "letter" VALUES('e29260fc9ab11b99','today:c3c0da6cdf5fc17c 2026-12-01 2026-11-30T03:00:00.000Z@chat','today','c3c0da6cdf5fc17c 2026-12-01 2026-11-30T03:00:00.000Z','web','web:whole',2,'2026-11-30T23:00:00.000Z','2026-12-01T07:00:00.000Z','pending',0,0,'2026-11-30T23:00:00.000Z',NULL,NULL,'2026-11-26T01:00:20.000Z',NULL);
INSERT INTO "letter" VALUES('a8733e3d41859234','today:c3c0da6cdf5fc17c 2026-12-01 2026-11-30T03:00:00.000Z','today','c3c0da6cdf5fc17c 2026-12-01 2026-11-30T03:00:00.000Z','mail','',2,'2026-11-30T23:00:00.000Z','2026-12-01T07:00:00.000Z','pending',0,0,'2026-11-30T23:00:00.000Z',NULL,NULL,'2026-11-26T01:00:20.000Z',NULL);
INSERT INTO "letter" VALUES('52d0a75be6a7f485','proof:3b6176bf39448729','proof','3b6176bf39448729','mail','',0,'2026-11-26T01:00:24.000Z','2026-11-26T02:00:24.000Z','pending',0,0,'2026-11-26T01:00:24.000Z',NULL,NULL,'2026-11-26T01:00:24.000Z',NULL);
INSERT INTO "letter" VALUES('ff872b344e7d58eb','proof:022c2b43870d3de2','proof','022c2b43870d3de2','mail','',0,'2026-11-26T01:00:44.000Z','2026-11-26T02:00:44.000Z','pending',0,0,'2026-11-26T01:00:44.000Z',NULL,NULL,'2026-11-26T01:00:44.000Z',NULL);
INSERT INTO "letter" VALUES('aed6c5a8974c64c8','proof:276ff37cdef7156c','proof','276ff37cdef7156c','mail','',0,'2026-11-26T01:00:48.000Z','2026-11-26T02:00:48.000Z','pending',0,0,'2026-11-26T01:00:48.000Z',NULL,NULL,'2026-11-26T01:00:48.000Z',NULL);
INSERT INTO "letter" VALUES('28b81c15f1c44b12','proof:5559cdfdf7b29191','proof','5559cdfdf7b29191','mail','',0,'2026-11-26T01:00:56.000Z','2026-11-26T02:00:56.000Z','pending',0,0,'2026-11-26T01:00:56.000Z',NULL,NULL,'2026-11-26T01:00:56.000Z',NULL);
INSERT INTO "letter" VALUES('cc33cb90a519c310','confirmation:7789d1999e6bb17d:1','confirmation','7789d1999e6bb17d:1','mail','',1,'2026-11-26T01:01:01.000Z',NULL,'pending',0,0,'2026-11-26T01:01:01.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z',NULL);
INSERT INTO "letter" VALUES('f63a6ae6500aecb7','can-change:c95955d9158f34f5 2026-12-01 2026-11-30T03:00:00.000Z@chat','can-change','c95955d9158f34f5 2026-12-01 2026-11-30T03:00:00.000Z','web','web:a',2,'2026-11-30T00:00:00.000Z','2026-11-30T03:00:00.000Z','pending',0,0,'2026-11-30T00:00:00.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z',NULL);
INSERT INTO "letter" VALUES('6e36d22ae8f8a434','can-change:c95955d9158f34f5 2026-12-01 2026-11-30T03:00:00.000Z','can-change','c95955d9158f34f5 2026-12-01 2026-11-30T03:00:00.000Z','mail','',2,'2026-11-30T00:00:00.000Z','2026-11-30T03:00:00.000Z','pending',0,0,'2026-11-30T00:00:00.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z',NULL);
INSERT INTO "letter" VALUES('f5f4697056e39266','deadline:c95955d9158f34f5 2026-12-01 2026-11-30T03:00:00.000Z@chat','deadline','c95955d9158f34f5 2026-12-01 2026-11-30T03:00:00.000Z','web','web:a',2,'2026-11-30T03:00:00.000Z','2026-12-01T06:00:00.000Z','pending',0,0,'2026-11-30T03:00:00.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z',NULL);
INSERT INTO "letter" VALUES('d96bdbf8d5885acd','deadline:c95955d9158f34f5 2026-12-01 2026-11-30T03:00:00.000Z','deadline','c95955d9158f34f5 2026-12-01 2026-11-30T03:00:00.000Z','mail','',2,'2026-11-30T03:00:00.000Z','2026-12-01T06:00:00.000Z','pending',0,0,'2026-11-30T03:00:00.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z',NULL);
INSERT INTO "letter" VALUES('cb17f34f54b1432e','today:c95955d9158f34f5 2026-12-01 2026-11-30T03:00:00.000Z@chat','today','c95955d9158f34f5 2026-12-01 2026-11-30T03:00:00.000Z','web','web:a',2,'2026-11-30T23:00:00.000Z','2026-12-01T07:00:00.000Z','pending',0,0,'2026-11-30T23:00:00.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z',NULL);
INSERT INTO "letter" VALUES('e8a6bba6d31f3c88','today:c95955d9158f34f5 2026-12-01 2026-11-30T03:00:00.000Z','today','c95955d9158f34f5 2026-12-01 2026-11-30T03:00:00.000Z','mail','',2,'2026-11-30T23:00:00.000Z','2026-12-01T07:00:00.000Z','pending',0,0,'2026-11-30T23:00:00.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z',NULL);
INSERT INTO "letter" VALUES('a889997079d81a3d','confirmation:93efa4e71fbd11ce:1','confirmation','93efa4e71fbd11ce:1','mail','',1,'2026-11-26T01:01:01.000Z',NULL,'pending',0,0,'2026-11-26T01:01:01.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z',NULL);
INSERT INTO "letter" VALUES('4d98c2f636a14552','can-change:9c409a69bb232603 2026-12-01 2026-11-30T03:00:00.000Z@chat','can-change','9c409a69bb232603 2026-12-01 2026-11-30T03:00:00.000Z','web','web:b',2,'2026-11-30T00:00:00.000Z','2026-11-30T03:00:00.000Z','skipped',0,0,'2026-11-30T00:00:00.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z','2026-11-26T01:01:01.000Z');
INSERT INTO "letter" VALUES('064f35cda4750ed9','can-change:9c409a69bb232603 2026-12-01 2026-11-30T03:00:00.000Z','can-change','9c409a69bb232603 2026-12-01 2026-11-30T03:00:00.000Z','mail','',2,'2026-11-30T00:00:00.000Z','2026-11-30T03:00:00.000Z','skipped',0,0,'2026-11-30T00:00:00.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z','2026-11-26T01:01:01.000Z');
INSERT INTO "letter" VALUES('8818ac9dc083dc48','deadline:9c409a69bb232603 2026-12-01 2026-11-30T03:00:00.000Z@chat','deadline','9c409a69bb232603 2026-12-01 2026-11-30T03:00:00.000Z','web','web:b',2,'2026-11-30T03:00:00.000Z','2026-12-01T06:00:00.000Z','skipped',0,0,'2026-11-30T03:00:00.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z','2026-11-26T01:01:01.000Z');
INSERT INTO "letter" VALUES('10cb07b8b45d2872','deadline:9c409a69bb232603 2026-12-01 2026-11-30T03:00:00.000Z','deadline','9c409a69bb232603 2026-12-01 2026-11-30T03:00:00.000Z','mail','',2,'2026-11-30T03:00:00.000Z','2026-12-01T06:00:00.000Z','skipped',0,0,'2026-11-30T03:00:00.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z','2026-11-26T01:01:01.000Z');
INSERT INTO "letter" VALUES('3b3a53fbc5d37138','today:9c409a69bb232603 2026-12-01 2026-11-30T03:00:00.000Z@chat','today','9c409a69bb232603 2026-12-01 2026-11-30T03:00:00.000Z','web','web:b',2,'2026-11-30T23:00:00.000Z','2026-12-01T07:00:00.000Z','skipped',0,0,'2026-11-30T23:00:00.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z','2026-11-26T01:01:01.000Z');
INSERT INTO "letter" VALUES('7a92126e760b4446','today:9c409a69bb232603 2026-12-01 2026-11-30T03:00:00.000Z','today','9c409a69bb232603 2026-12-01 2026-11-30T03:00:00.000Z','mail','',2,'2026-11-30T23:00:00.000Z','2026-12-01T07:00:00.000Z','skipped',0,0,'2026-11-30T23:00:00.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z','2026-11-26T01:01:01.000Z');
INSERT INTO "letter" VALUES('8e1a937d6e54eb00','confirmation:7789d1999e6bb17d:2','confirmation','7789d1999e6bb17d:2','mail','',1,'2026-11-26T01:01:01.000Z',NULL,'pending',0,0,'2026-11-26T01:01:01.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z',NULL);
INSERT INTO "letter" VALUES('065a4f07a83de7ae','cancellation:93efa4e71fbd11ce:2','cancellation','93efa4e71fbd11ce:2','mail','',1,'2026-11-26T01:01:01.000Z',NULL,'pending',0,0,'2026-11-26T01:01:01.000Z',NULL,NULL,'2026-11-26T01:01:01.000Z',NULL);
CREATE TABLE migration (number INTEGER PRIMARY KEY, applied TEXT NOT NULL);
INSERT INTO "migration" VALUES(1,'2026-11-26T01:00:00.000Z');
INSERT INTO "migration" VALUES(2,'2026-11-26T01:00:00.000Z');
INSERT INTO "migration" VALUES(3,'2026-11-26T01:00:00.000Z');
INSERT INTO "migration" VALUES(4,'2026-11-26T01:00:00.000Z');
INSERT INTO "migration" VALUES(5,'2026-11-26T01:00:00.000Z');
CREATE TABLE pulse (
    id TEXT PRIMARY KEY,
    at TEXT NOT NULL
);
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
INSERT INTO "verification" VALUES('bb2e90635e0b84d8','web:whole','whole@example.jp','whole@example.jp','2026-10-01','x','2026-11-26T01:00:03.000Z','2026-11-26T02:00:03.000Z',0,'used','');
INSERT INTO "verification" VALUES('3b6176bf39448729','web:half','half@example.jp','half@example.jp','2026-10-01','x','2026-11-26T01:00:24.000Z','2026-11-26T02:00:24.000Z',0,'used','');
INSERT INTO "verification" VALUES('022c2b43870d3de2','web:asked','asked@example.jp','asked@example.jp','2026-10-01','x','2026-11-26T01:00:44.000Z','2026-11-26T02:00:44.000Z',0,'open','');
INSERT INTO "verification" VALUES('276ff37cdef7156c','telegram:7','telegram@example.jp','telegram@example.jp','2026-10-01','x','2026-11-26T01:00:48.000Z','2026-11-26T02:00:48.000Z',0,'used','');
INSERT INTO "verification" VALUES('5559cdfdf7b29191','line:U7','line@example.jp','line@example.jp','2026-10-01','x','2026-11-26T01:00:56.000Z','2026-11-26T02:00:56.000Z',0,'used','');
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
CREATE INDEX letter_passing ON letter (put) WHERE kind IN ('proof', 'readdressed', 'vacancy', 'returned');
CREATE INDEX bubble_about ON bubble (chat, about) WHERE about <> '';
CREATE INDEX wish_slot ON wish (day, hour, asked);
CREATE INDEX bubble_at ON bubble (at);
CREATE INDEX chat_spoke ON chat (spoke);
COMMIT;
