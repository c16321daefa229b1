CREATE INDEX IF NOT EXISTS abakus_revocation_time ON abakus_revocation (revoked_at);
