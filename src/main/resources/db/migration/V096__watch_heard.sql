-- How many hints had been given when the folder was last read to its end: more of them say
-- that there is something to read.
alter table watch add heard bigint not null default 0;
update watch set heard = hints;
