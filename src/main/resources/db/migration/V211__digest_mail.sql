-- A digest answers no mail.
alter table writeback alter column answers drop not null;

-- What a mail of ours says that was worded when it was intended; gone once it is sent.
create table writeback_letter (
	writeback text collate "C" primary key references writeback,
	subject text not null,
	text text not null,
	html text not null
);

-- Who wants a digest in the morning, and when his next one is due.
create table digest_subscription (
	id text collate "C" primary key,
	language text not null,
	since timestamptz not null default now(),
	due_at timestamptz,
	attempts int not null default 0,
	returns int not null default 0,
	failures int not null default 0,
	problem text
);

create index digest_subscription_due on digest_subscription (due_at) where due_at is not null;
