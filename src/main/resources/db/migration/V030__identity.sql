-- What the directory says (name, level, unit), and beside it what an admin has set.
create table person (
	address text collate "C" primary key,
	name text not null,
	level text,
	unit text,
	external_id text unique,
	set_name text,
	set_level text,
	set_unit text
);

create table mandate (
	id text collate "C" primary key,
	principal text collate "C" not null,
	delegate text collate "C" not null,
	valid_from timestamptz not null,
	valid_to timestamptz not null,
	categories text[] not null default '{}',
	max_amount numeric,
	check (valid_from < valid_to)
);
