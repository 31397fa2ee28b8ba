-- Which file lies in which, at any depth: a file lies in all that hold it, and is found in the cases of each.
create table document_within (
	held text collate "C" not null references document on delete cascade,
	holder text collate "C" not null references document on delete cascade,
	primary key (held, holder)
);
create index document_within_holder on document_within (holder);

insert into document_within (held, holder)
with recursive lying as (
	select child as held, parent as holder from document_part
	union
	select p.child, l.holder from lying l join document_part p on p.parent = l.held
)
select held, holder from lying where held <> holder;

create function within_goes_with_part() returns trigger language plpgsql as $$
begin
	insert into document_within (held, holder)
	select below.held, above.holder
	from (select new.child as held union select held from document_within where holder = new.child) below,
		(select new.parent as holder union select holder from document_within where held = new.parent) above
	where below.held <> above.holder
	order by 1, 2
	on conflict do nothing;
	return null;
end
$$;

create trigger within_goes_with_part after insert on document_part
	for each row execute function within_goes_with_part();

-- What a file within another is called is searched like the names of others.
alter table document_part add words tsvector not null
	generated always as (words_of(regexp_replace(name, '[^[:alnum:]]+', ' ', 'g'), 'A')) stored;
create index document_part_by_name on document_part using gin (words);
