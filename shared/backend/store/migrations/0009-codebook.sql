-- What the codebook says of a tag beyond its name, the rules for those below it, and codings that two analysts have agreed on.
ALTER TABLE tag ADD COLUMN when_to_use TEXT NOT NULL DEFAULT '';
ALTER TABLE tag ADD COLUMN when_not TEXT NOT NULL DEFAULT '';
ALTER TABLE tag ADD COLUMN aliases TEXT NOT NULL DEFAULT '[]';     -- JSON list of other names
ALTER TABLE tag ADD COLUMN shortcut TEXT;                          -- digit in the reader, 1 to 9
ALTER TABLE tag ADD COLUMN codable INTEGER NOT NULL DEFAULT 1;     -- 0: a heading; no passage carries it
ALTER TABLE tag ADD COLUMN exclusive INTEGER NOT NULL DEFAULT 0;   -- 1: of the tags right below it a passage carries one
ALTER TABLE tag ADD COLUMN archived INTEGER NOT NULL DEFAULT 0;    -- 1: not offered any more, but counted
ALTER TABLE annotation_tag ADD COLUMN settled INTEGER NOT NULL DEFAULT 0;  -- 1: stands for both analysts
