-- Who decided, and who took it back: the name of a user, empty for the owner of the store.
alter table decision add column made_by text not null default '';
alter table decision add column undone_by text not null default '';
