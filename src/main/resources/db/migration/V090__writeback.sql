-- An answer we owe to a thread; written in the transaction of what it answers.
create table writeback (
	id text collate "C" primary key,
	case_id text collate "C" not null references case_file,
	kind text not null,
	verdict text collate "C",
	answers text collate "C" not null references message,
	recipients text[] not null,
	internet_message_id text collate "C" not null unique,
	state text not null default 'DUE',
	draft_id text,
	drafted_at timestamptz,
	created_at timestamptz not null default now(),
	-- Since when it counts among the mails its thread and its receivers have had.
	counted_at timestamptz,
	sent_at timestamptz,
	due_at timestamptz,
	attempts int not null default 0,
	returns int not null default 0,
	failures int not null default 0,
	problem text
);

create index writeback_due on writeback (due_at) where due_at is not null;
create index writeback_of_case on writeback (case_id, counted_at);
create index writeback_by_recipient on writeback using gin (recipients);
