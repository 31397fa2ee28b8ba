-- Whether whoever has the case only reads it before it is decided.
alter table case_file add column checking boolean not null default false;
