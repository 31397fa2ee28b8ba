-- The heads of one Merkle tree over all entries (RFC 6962) take the place of checkpoints.
drop table checkpoint;

create table tree_head (
	size bigint primary key,
	root text collate "C" not null,
	frontier text collate "C" not null,
	transaction xid8 not null,
	position bigint not null,
	at timestamptz not null,
	note text not null
);

create trigger tree_head_stays before update or delete or truncate on tree_head
	for each statement execute function refuse_change();

do $$ begin
	if exists (select from pg_roles where rolname = 'countersign_app') and current_user <> 'countersign_app' then
		revoke update, delete on tree_head from countersign_app;
	end if;
end $$;

-- The last head that each outside place has taken.
create table tree_head_outlet (
	name text collate "C" primary key,
	size bigint not null
);
