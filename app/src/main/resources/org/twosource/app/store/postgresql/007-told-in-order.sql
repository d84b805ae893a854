-- The order in which alerts were told or taken back: instants are seconds, of a clock that may be set back.
alter table alert add column told bigint not null default 0;
update alert set told = ranked.place
  from (select id as one, row_number() over (order by greatest(at, coalesce(retracted, at)), id) as place from alert) ranked
  where ranked.one = alert.id;
create index alert_told on alert (told);
drop index alert_retracted;
