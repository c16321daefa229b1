CREATE TABLE IF NOT EXISTS abakus_attempt (
    task_id      VARCHAR(255) NOT NULL REFERENCES abakus_result (task_id) ON DELETE CASCADE,
    retries      INTEGER NOT NULL,
    worker       VARCHAR(255) NOT NULL,
    started_at   TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    ended_at     TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    next_at      TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    content_type VARCHAR(127),
    compression  VARCHAR(31),
    content      ${bytes},
    PRIMARY KEY (task_id, retries)
);
