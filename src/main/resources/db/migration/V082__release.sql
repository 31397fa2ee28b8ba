-- Who wants to let through what was held or refused. It takes two.
create table release (
	subject text collate "C" not null,
	person text collate "C" not null,
	at timestamptz not null default now(),
	primary key (subject, person)
);
