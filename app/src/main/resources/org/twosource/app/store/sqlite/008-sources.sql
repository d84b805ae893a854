-- How many sources a story had after each change, so that a desk can say how many came since.
alter table story_change add column sources integer;
