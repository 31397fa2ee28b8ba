-- A case takes its number without waiting for the case that took the last one; a case that
-- is not written leaves a gap. What a year's numbers are counted from is settled by its first.
create sequence case_number;

create table case_year (
	year int primary key,
	before bigint not null
);

select setval('case_number', greatest(1, (select coalesce(max(last), 0) from case_counter)));

insert into case_year (year, before)
select year, (select last_value from case_number) - last from case_counter;

drop table case_counter;
