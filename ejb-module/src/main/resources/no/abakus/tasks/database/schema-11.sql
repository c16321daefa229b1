CREATE INDEX IF NOT EXISTS abakus_history_application ON abakus_history (application, id);

CREATE TABLE IF NOT EXISTS abakus_taken_over (
    application VARCHAR(64) NOT NULL,
    earlier     VARCHAR(64) NOT NULL,
    taken_at    TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (application, earlier)
);
