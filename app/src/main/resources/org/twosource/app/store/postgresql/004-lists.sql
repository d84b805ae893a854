-- What became of a story also where another was merged into it or split off, without looking at all changes.
create index story_change_other on story_change (other) where other is not null;
-- How many inputs came to what, without looking at all receipts.
create index receipt_outcome on receipt (outcome);
-- The alerts that came last, and those of one watch.
create index alert_at on alert (at, id);
create index alert_retracted on alert (retracted) where retracted is not null;
create index alert_watch on alert (watch, baseline);
