-- A chart as a block of a brief: which indicator, country and years; it is drawn anew each time.
ALTER TABLE brief_block ADD COLUMN chart TEXT;  -- JSON
