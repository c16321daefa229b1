CREATE TABLE IF NOT EXISTS abakus_bulk (
    id           VARCHAR(64) NOT NULL PRIMARY KEY,
    state        VARCHAR(16) NOT NULL,
    action       VARCHAR(16) NOT NULL,
    query        VARCHAR(1024),
    ids          ${bytes},
    rate         INTEGER NOT NULL,
    reason       VARCHAR(1024),
    user_name    VARCHAR(255) NOT NULL,
    request_id   VARCHAR(255),
    total        BIGINT NOT NULL,
    is_exact     BOOLEAN NOT NULL,
    not_possible VARCHAR(1024) NOT NULL,
    samples      VARCHAR(4096) NOT NULL,
    reached      BIGINT NOT NULL,
    done         BIGINT NOT NULL,
    refused      VARCHAR(1024) NOT NULL,
    node         VARCHAR(255),
    lease_until  TIMESTAMP(6) WITH TIME ZONE,
    created_at   TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    expires_at   TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    started_at   TIMESTAMP(6) WITH TIME ZONE,
    ended_at     TIMESTAMP(6) WITH TIME ZONE,
    application  VARCHAR(64)
);

CREATE INDEX IF NOT EXISTS abakus_bulk_state ON abakus_bulk (state);

CREATE TABLE IF NOT EXISTS abakus_view (
    owner     VARCHAR(255) NOT NULL,
    name      VARCHAR(64) NOT NULL,
    page      VARCHAR(32) NOT NULL,
    query     VARCHAR(1024) NOT NULL,
    is_shared BOOLEAN NOT NULL,
    PRIMARY KEY (owner, name)
);

CREATE TABLE IF NOT EXISTS abakus_depth (
    minute_at   TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    queue       VARCHAR(320) NOT NULL,
    waiting     BIGINT,
    scheduled   BIGINT,
    delivering  BIGINT,
    consumers   BIGINT,
    application VARCHAR(64),
    PRIMARY KEY (minute_at, queue)
);

ALTER TABLE abakus_run ADD COLUMN IF NOT EXISTS application VARCHAR(64);
