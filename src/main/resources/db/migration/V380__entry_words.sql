-- What people wrote stands beside its entry and not in it: the entry keeps a salted hash of
-- each word, so that the words can be forgotten and the chain still holds (DP-3).
create table entry_words (
	position bigint primary key,
	words jsonb not null
);

create trigger entry_words_stay before update or truncate on entry_words
	for each statement execute function refuse_change();

do $$ begin
	if exists (select from pg_roles where rolname = 'countersign_app') and current_user <> 'countersign_app' then
		revoke update on entry_words from countersign_app;
	end if;
end $$;
