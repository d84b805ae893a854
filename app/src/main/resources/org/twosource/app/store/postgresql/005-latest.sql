-- Of stories that changed with one receipt, as after an import, those with the newest reports first.
drop index story_changed;
create index story_latest on story (changed desc, last_day desc nulls last, id);
