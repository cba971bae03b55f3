-- Where everything was moved to: a program that is started here by mistake would send letters twice.

CREATE TABLE moved (
    destination TEXT PRIMARY KEY,
    at          TEXT NOT NULL
);
