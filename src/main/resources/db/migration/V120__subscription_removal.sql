-- A change subscription at Microsoft Graph that no watch needs any more; the id is Graph's.
create table dropped_subscription (
	id text collate "C" primary key,
	mailbox text collate "C" not null,
	due_at timestamptz default now(),
	attempts int not null default 0,
	returns int not null default 0,
	failures int not null default 0,
	problem text
);

create index dropped_subscription_due on dropped_subscription (due_at) where due_at is not null;
