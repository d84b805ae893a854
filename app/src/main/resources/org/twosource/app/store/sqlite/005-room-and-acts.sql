-- Rows of reports as a table with row numbers: where rows lie in the tree of their key, SQLite spills all but a small part of each to pages of its own.
create table report_with_number (
  id text primary key,
  page text not null,
  receipt integer not null unique references receipt(seq),
  content text not null,
  outlet text,
  url text,
  title text not null,
  published text,
  day integer,
  current integer not null,
  data blob not null);
insert into report_with_number select id, page, receipt, content, outlet, url, title, published, day, current, data
  from report order by receipt;
drop table report;
alter table report_with_number rename to report;
create index report_page on report (page);
create index report_order on report (current, day, published, page);
-- The stories that changed last, without looking at all.
create index story_changed on story (changed desc, id);
-- Who began and ended watches, sources and channels.
create table act (
  number integer primary key autoincrement,
  made_by text not null,
  at text not null,
  kind text not null,
  subject text not null);
