-- What the virus scanner says of each stored file. A file without a row has not been scanned.
create table scan (
	id text collate "C" primary key,
	sha256 bytea not null unique references blob on delete cascade,
	state text not null default 'WAITING',
	found text,
	scanned_at timestamptz,
	due_at timestamptz default now(),
	attempts int not null default 0,
	returns int not null default 0,
	failures int not null default 0,
	problem text
);

create index scan_due on scan (due_at) where due_at is not null;
create index scan_infected on scan (state) where state in ('INFECTED', 'TOO_LARGE');
