CREATE TABLE IF NOT EXISTS abakus_history (
    id            BIGINT NOT NULL PRIMARY KEY,
    task_id       VARCHAR(255) NOT NULL,
    execution     INTEGER NOT NULL,
    task          VARCHAR(255) NOT NULL,
    queue         VARCHAR(255),
    node          VARCHAR(255) NOT NULL,
    state         VARCHAR(16) NOT NULL,
    sent_at       TIMESTAMP(6) WITH TIME ZONE,
    started_at    TIMESTAMP(6) WITH TIME ZONE,
    ended_at      TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    waited_ms     BIGINT,
    took_ms       BIGINT,
    root_id       VARCHAR(255) NOT NULL,
    parent_id     VARCHAR(255),
    request_id    VARCHAR(255),
    user_name     VARCHAR(255),
    context       VARCHAR(4096),
    args          VARCHAR(4096),
    error_type    VARCHAR(255),
    error_message VARCHAR(1024),
    group_id      VARCHAR(64),
    weight        INTEGER NOT NULL,
    retryable     BOOLEAN NOT NULL
);

CREATE INDEX IF NOT EXISTS abakus_history_task_id ON abakus_history (task_id);

CREATE INDEX IF NOT EXISTS abakus_history_task ON abakus_history (task, id);

CREATE INDEX IF NOT EXISTS abakus_history_state ON abakus_history (state, id);

CREATE INDEX IF NOT EXISTS abakus_history_request ON abakus_history (request_id, id);

CREATE INDEX IF NOT EXISTS abakus_history_user ON abakus_history (user_name, id);

CREATE INDEX IF NOT EXISTS abakus_history_group ON abakus_history (group_id, id);

CREATE INDEX IF NOT EXISTS abakus_history_root ON abakus_history (root_id);

CREATE TABLE IF NOT EXISTS abakus_failure (
    history_id   BIGINT NOT NULL PRIMARY KEY,
    error_type   VARCHAR(255) NOT NULL,
    frame        VARCHAR(512),
    content_type VARCHAR(255),
    compression  VARCHAR(64),
    is_text      BOOLEAN NOT NULL,
    body_size    BIGINT NOT NULL,
    body         ${short_bytes},
    properties   VARCHAR(131072),
    traceback    VARCHAR(32768),
    lines        VARCHAR(16384),
    retried_as   VARCHAR(255)
);

CREATE TABLE IF NOT EXISTS abakus_error_group (
    group_id    VARCHAR(64) NOT NULL PRIMARY KEY,
    task        VARCHAR(255) NOT NULL,
    error_type  VARCHAR(255) NOT NULL,
    frame       VARCHAR(512),
    sample_id   VARCHAR(255) NOT NULL,
    first_at    TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    last_at     TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    total       BIGINT NOT NULL,
    note        VARCHAR(1024),
    muted_until TIMESTAMP(6) WITH TIME ZONE
);

CREATE INDEX IF NOT EXISTS abakus_error_group_last ON abakus_error_group (last_at);

CREATE TABLE IF NOT EXISTS abakus_minute (
    minute_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    node      VARCHAR(255) NOT NULL,
    task      VARCHAR(255) NOT NULL,
    succeeded BIGINT NOT NULL,
    failed    BIGINT NOT NULL,
    retried   BIGINT NOT NULL,
    rejected  BIGINT NOT NULL,
    revoked   BIGINT NOT NULL,
    expired   BIGINT NOT NULL,
    ignored   BIGINT NOT NULL,
    waited    VARCHAR(1024) NOT NULL,
    took      VARCHAR(1024) NOT NULL,
    PRIMARY KEY (minute_at, node, task)
);

CREATE TABLE IF NOT EXISTS abakus_audit (
    id          BIGINT NOT NULL PRIMARY KEY,
    happened_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    user_name   VARCHAR(255) NOT NULL,
    request_id  VARCHAR(255),
    action      VARCHAR(64) NOT NULL,
    target      VARCHAR(1024),
    reason      VARCHAR(1024),
    outcome     VARCHAR(255) NOT NULL
);
