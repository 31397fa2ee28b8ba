create table entry (
	position bigint generated always as identity primary key,
	transaction xid8 not null default pg_current_xact_id(),
	stream text collate "C" not null,
	sequence bigint not null,
	type text not null,
	event_id text collate "C" not null unique,
	at timestamptz not null,
	actor text not null,
	mode text not null,
	data jsonb not null,
	previous text collate "C" not null,
	hash text collate "C" not null,
	unique (stream, sequence)
);

create index entry_in_order on entry (transaction, position);

-- The last entry of each stream; locking it puts the writers of a stream in line.
create table stream_head (
	stream text collate "C" primary key,
	sequence bigint not null,
	hash text collate "C" not null
);

-- One hash over all entries up to a cursor, so that a stream that vanished whole is missed.
create table checkpoint (
	number bigint primary key,
	transaction xid8 not null,
	position bigint not null,
	entries bigint not null,
	at timestamptz not null default now(),
	hash text collate "C" not null
);

create table receipt (
	event_id text collate "C" not null references entry (event_id),
	receiver text not null,
	status text not null,
	reason text,
	foreign_ids jsonb not null default '{}',
	at timestamptz not null default now(),
	primary key (event_id, receiver)
);

create function refuse_change() returns trigger language plpgsql as $$
begin
	raise exception 'The journal is only ever added to: % of % is refused', tg_op, tg_table_name
		using errcode = 'insufficient_privilege';
end $$;

create trigger entry_stays before update or delete or truncate on entry
	for each statement execute function refuse_change();
create trigger checkpoint_stays before update or delete or truncate on checkpoint
	for each statement execute function refuse_change();
create trigger stream_head_stays before delete or truncate on stream_head
	for each statement execute function refuse_change();

-- Where the product connects as a role that does not own the tables, that role may only add.
do $$ begin
	if exists (select from pg_roles where rolname = 'countersign_app') and current_user <> 'countersign_app' then
		revoke update, delete on entry, checkpoint from countersign_app;
		revoke delete on stream_head from countersign_app;
	end if;
end $$;
