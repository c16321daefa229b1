ALTER TABLE abakus_claim ADD COLUMN IF NOT EXISTS application VARCHAR(64);

ALTER TABLE abakus_delayed ADD COLUMN IF NOT EXISTS application VARCHAR(64);

CREATE INDEX IF NOT EXISTS abakus_delayed_application ON abakus_delayed (application, due_at);

ALTER TABLE abakus_revoked ALTER COLUMN name SET DATA TYPE VARCHAR(320);

ALTER TABLE abakus_pause ALTER COLUMN name SET DATA TYPE VARCHAR(320);

ALTER TABLE abakus_history ADD COLUMN IF NOT EXISTS application VARCHAR(64);

ALTER TABLE abakus_error_group ADD COLUMN IF NOT EXISTS application VARCHAR(64);

ALTER TABLE abakus_error_group ALTER COLUMN group_id SET DATA TYPE VARCHAR(130);

ALTER TABLE abakus_minute ADD COLUMN IF NOT EXISTS application VARCHAR(64);

ALTER TABLE abakus_minute ALTER COLUMN task SET DATA TYPE VARCHAR(320);

ALTER TABLE abakus_audit ADD COLUMN IF NOT EXISTS application VARCHAR(64);
