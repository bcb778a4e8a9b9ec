-- What of a sending that began is known again at the outlet: a digest of what was given to it, and the imprint that
-- leaves there. By these a retry tells what arrived, though its answer got lost, from what somebody changed there.

ALTER TABLE sendings ADD COLUMN sending TEXT NOT NULL DEFAULT '';
ALTER TABLE sendings ADD COLUMN imprint TEXT NOT NULL DEFAULT '';
