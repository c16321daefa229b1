CREATE TABLE IF NOT EXISTS abakus_result (
    task_id      VARCHAR(255) NOT NULL PRIMARY KEY,
    task         VARCHAR(255) NOT NULL,
    state        VARCHAR(16) NOT NULL,
    root_id      VARCHAR(255) NOT NULL,
    parent_id    VARCHAR(255),
    retries      INTEGER NOT NULL,
    worker       VARCHAR(255),
    queued_at    TIMESTAMP(6) WITH TIME ZONE,
    started_at   TIMESTAMP(6) WITH TIME ZONE,
    ended_at     TIMESTAMP(6) WITH TIME ZONE,
    expires_at   TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    content_type VARCHAR(127),
    compression  VARCHAR(31),
    content      ${bytes},
    children     TEXT
);

CREATE INDEX IF NOT EXISTS abakus_result_expiry ON abakus_result (expires_at);

CREATE TABLE IF NOT EXISTS abakus_revocation (
    task_id    VARCHAR(255) NOT NULL PRIMARY KEY,
    terminates BOOLEAN NOT NULL,
    revoked_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    expires_at TIMESTAMP(6) WITH TIME ZONE NOT NULL
);

CREATE INDEX IF NOT EXISTS abakus_revocation_expiry ON abakus_revocation (expires_at);
