CREATE TABLE IF NOT EXISTS sample_event (id VARCHAR(36) PRIMARY KEY, title VARCHAR(200) NOT NULL, registration_opens BIGINT, turns BIGINT NOT NULL);
CREATE TABLE IF NOT EXISTS sample_pool (id VARCHAR(36) PRIMARY KEY, event_id VARCHAR(36) NOT NULL REFERENCES sample_event (id), place INTEGER NOT NULL, name VARCHAR(200) NOT NULL, capacity INTEGER NOT NULL, admitted INTEGER NOT NULL, group_names VARCHAR(4000) NOT NULL, CHECK (admitted >= 0 AND admitted <= capacity));
CREATE INDEX IF NOT EXISTS sample_pool_by_event ON sample_pool (event_id);
CREATE TABLE IF NOT EXISTS sample_registration (id VARCHAR(36) PRIMARY KEY, event_id VARCHAR(36) NOT NULL REFERENCES sample_event (id), member VARCHAR(200) NOT NULL, group_names VARCHAR(4000) NOT NULL, state VARCHAR(20) NOT NULL, pool_id VARCHAR(36) REFERENCES sample_pool (id), turn BIGINT, requested_at BIGINT NOT NULL, admitted_at BIGINT);
ALTER TABLE sample_registration ADD COLUMN IF NOT EXISTS registered_by VARCHAR(200);
CREATE INDEX IF NOT EXISTS sample_registration_by_state ON sample_registration (event_id, state, turn);
CREATE TABLE IF NOT EXISTS sample_ledger (id VARCHAR(36) PRIMARY KEY, ledger_key VARCHAR(200) NOT NULL, task_id VARCHAR(200) NOT NULL, retries INTEGER NOT NULL, delivery_count INTEGER NOT NULL, written_at BIGINT NOT NULL, content VARCHAR(4000));
CREATE INDEX IF NOT EXISTS sample_ledger_by_key ON sample_ledger (ledger_key, written_at);
