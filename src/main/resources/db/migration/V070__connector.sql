-- A folder that is read: one row, so that one process at a time reads it.
create table watch (
	id text collate "C" primary key,
	mailbox text collate "C" not null,
	folder text not null,
	since timestamptz not null default now(),
	-- Where to go on: the provider's link, opaque to us.
	bookmark text,
	-- When the folder is to be compared with the ledger item by item.
	compare_at timestamptz default now(),
	-- The start of the last reading that came to its end.
	read_at timestamptz,
	-- Counts the hints that something is new, so that one given during a reading is not lost.
	hints bigint not null default 0,
	-- The provider wants to be left alone until then.
	rest_until timestamptz,
	due_at timestamptz default now(),
	attempts int not null default 0,
	returns int not null default 0,
	failures int not null default 0,
	problem text,
	unique (mailbox, folder)
);

create index watch_due on watch (due_at) where due_at is not null;

-- A mail whose bytes could not be fetched with the others of its page.
create table unfetched (
	id text collate "C" primary key,
	watch text collate "C" not null references watch on delete cascade,
	item_id text collate "C" not null,
	due_at timestamptz default now(),
	attempts int not null default 0,
	returns int not null default 0,
	failures int not null default 0,
	problem text
);

create index unfetched_due on unfetched (due_at) where due_at is not null;

-- A change subscription of a watch at Microsoft Graph. Of the client state only a hash is kept.
create table subscription (
	id text collate "C" primary key references watch on delete cascade,
	remote_id text collate "C" unique,
	state_hash bytea,
	creating_until timestamptz,
	expires_at timestamptz,
	due_at timestamptz default now(),
	attempts int not null default 0,
	returns int not null default 0,
	failures int not null default 0,
	problem text
);

create index subscription_due on subscription (due_at) where due_at is not null;

-- Turns at calls that change our own mailbox: how many at a time is a limit of the provider over all replicas.
create table mailbox_turn (
	mailbox text collate "C" not null,
	turn int not null,
	taken_until timestamptz not null,
	fence bigint not null default 0,
	primary key (mailbox, turn)
);

-- The organisation's directory, read like a watch.
create table directory (
	id text collate "C" primary key,
	bookmark text,
	due_at timestamptz default now(),
	attempts int not null default 0,
	returns int not null default 0,
	failures int not null default 0,
	problem text
);

create index directory_due on directory (due_at) where due_at is not null;

insert into directory (id) values ('users');
