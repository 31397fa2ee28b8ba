-- Calls of the API that changed something under a key of their caller's. The answer is
-- kept as long as the row, so that the same call gets it again.
create table api_call (
	caller text collate "C" not null,
	key text collate "C" not null,
	call text collate "C" not null,
	body text collate "C",
	status int,
	media_type text,
	answer bytea,
	at timestamptz not null default now(),
	primary key (caller, key)
);
