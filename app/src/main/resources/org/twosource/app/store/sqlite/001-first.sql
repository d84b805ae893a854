-- What was received, what came of it, which stories it makes, and what a reader decided.
create table setting (name text primary key, value text not null) without rowid;

-- bytes as received, in parts so that a long file need not be held as one value
create table raw (sha text primary key, bytes integer not null, received text not null) without rowid;
create table raw_part (sha text not null references raw(sha) on delete cascade, part integer not null,
  data blob not null, primary key (sha, part));

create table receipt (
  seq integer primary key autoincrement,
  key text not null unique,
  outcome text not null check (outcome in ('stored', 'version-of', 'duplicate-of', 'quarantined')),
  report text,            -- the report stored, or the one that this is a version or a duplicate of
  source text not null,
  raw text,
  ordinal integer not null,
  reason text,
  received text not null,
  name text not null,     -- what the bytes were called, which says how they are read
  url text not null,
  charset text not null);
create index receipt_report on receipt (report);
create index receipt_raw on receipt (raw);

-- one row a version; the page is the id of the first version, which is the one shown
create table report (
  id text primary key,
  page text not null,
  receipt integer not null unique references receipt(seq),
  content text not null,
  outlet text,
  url text,
  title text not null,
  published text,
  day integer,            -- earliest day of published, counted from 1970-01-01
  current integer not null,
  data blob not null) without rowid;
create index report_page on report (page);
create index report_order on report (current, day, published, page);

-- what a report is known by: address, or id as given
create table identity (key text not null, page text not null, primary key (key, page)) without rowid;

create table story (
  id text primary key,
  title text not null,
  reports integer not null,
  sources integer not null,
  first_day text,
  last_day text,
  fingerprint text not null,
  changed integer not null) without rowid;
create table member (page text primary key, story text not null) without rowid;
create index member_story on member (story);
create table story_change (
  number integer primary key autoincrement,
  story text not null,
  kind text not null check (kind in ('opened', 'grown', 'shrunk', 'merged-into', 'split-from', 'emptied')),
  other text,
  reports integer not null,
  seq integer not null,
  at text not null);
create index story_change_story on story_change (story);

create table decision (
  number integer primary key autoincrement,
  kind text not null,
  a text not null,
  b text not null,
  made text not null,
  undone text);

create table watch (
  number integer primary key autoincrement,
  kind text not null,
  query text not null,
  made text not null,
  stopped text,
  unique (kind, query));
create table alert (
  id text primary key,
  watch integer not null references watch(number),
  kind text not null,
  story text not null,
  claim text not null,
  text text not null,
  at text not null,
  why text not null,
  evidence text not null,
  retracted text,
  baseline integer not null) without rowid;

-- what was to be forgotten: only that it was, so that the next import does not bring it back
create table forgotten (key text primary key, at text not null) without rowid;
