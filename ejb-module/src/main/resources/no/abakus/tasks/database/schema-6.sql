ALTER TABLE abakus_claim ADD COLUMN IF NOT EXISTS message_id VARCHAR(255);

UPDATE abakus_claim SET message_id = task_id, task_id = task_id || '~' || token
WHERE token IS NOT NULL AND message_id IS NULL AND LENGTH(task_id) < 190;
