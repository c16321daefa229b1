ALTER TABLE abakus_bulk ADD COLUMN IF NOT EXISTS options ${bytes};
