-- An installation may let the product connect as a role that owns nothing. Where the role
-- countersign_app exists, it may use every table made from here on; the journal says less.
do $$ begin
	if exists (select from pg_roles where rolname = 'countersign_app') and current_user <> 'countersign_app' then
		grant usage on schema public to countersign_app;
		alter default privileges in schema public grant select, insert, update, delete on tables to countersign_app;
		alter default privileges in schema public grant usage, select on sequences to countersign_app;
	end if;
end $$;
