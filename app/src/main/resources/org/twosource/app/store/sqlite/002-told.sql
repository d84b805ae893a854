-- What an alert says was and is, and who is told of it where.
alter table alert add column was text not null default '';
alter table alert add column became text not null default '';
alter table alert add column provisional integer not null default 0;

create table channel (
  number integer primary key autoincrement,
  kind text not null,
  target text not null,
  watch integer references watch(number),   -- of one watch; null: of all
  settings text not null,
  made text not null,
  stopped text);

-- one row for what one channel is to be told; it is told at least once, under this id
create table delivery (
  id text primary key,
  channel integer not null references channel(number),
  alert text not null,
  event text not null check (event in ('told', 'retracted')),
  state text not null check (state in ('waiting', 'sent', 'given-up')),
  attempts integer not null,
  due text not null,
  done text,
  problem text) without rowid;
create index delivery_state on delivery (state, due);
create index delivery_channel on delivery (channel, done);
