-- A mandate that is withdrawn before it begins never runs: it ends where it begins.
alter table mandate drop constraint mandate_check;
alter table mandate add constraint mandate_period check (valid_from <= valid_to);
create index mandate_of_principal on mandate (principal);
