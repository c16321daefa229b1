CREATE INDEX IF NOT EXISTS abakus_history_application ON abakus_history (application, id DESC);

CREATE INDEX IF NOT EXISTS abakus_history_latest_task ON abakus_history (task, id DESC);

CREATE INDEX IF NOT EXISTS abakus_history_latest_state ON abakus_history (state, id DESC);

CREATE INDEX IF NOT EXISTS abakus_history_latest_request ON abakus_history (request_id, id DESC);

CREATE INDEX IF NOT EXISTS abakus_history_latest_user ON abakus_history (user_name, id DESC);

CREATE INDEX IF NOT EXISTS abakus_history_latest_group ON abakus_history (group_id, id DESC);

DROP INDEX IF EXISTS abakus_history_task;

DROP INDEX IF EXISTS abakus_history_state;

DROP INDEX IF EXISTS abakus_history_request;

DROP INDEX IF EXISTS abakus_history_user;

DROP INDEX IF EXISTS abakus_history_group;

CREATE TABLE IF NOT EXISTS abakus_taken_over (
    application VARCHAR(64) NOT NULL,
    earlier     VARCHAR(64) NOT NULL,
    taken_at    TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (application, earlier)
);
