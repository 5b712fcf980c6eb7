-- An annotation may be an area of a page instead of a passage. Its start and end are then the place in the text it stands before,
-- and its quote is a description of it.
ALTER TABLE annotation ADD COLUMN area TEXT;  -- JSON: page (from 1), x, y, width, height in points from the page's top left
