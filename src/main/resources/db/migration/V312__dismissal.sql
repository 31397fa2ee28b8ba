-- Messages that a person has called none of our business. Until it is due that can be taken back; then what
-- they say is forgotten.
create table dismissal (
	id text collate "C" primary key references message,
	person text collate "C" not null,
	at timestamptz not null,
	due_at timestamptz,
	attempts int not null default 0,
	returns int not null default 0,
	failures int not null default 0,
	problem text
);

create index dismissal_due on dismissal (due_at) where due_at is not null;
