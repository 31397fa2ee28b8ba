-- People a mail names who do not come into its case before it is known who wrote it.
create table waiting_participant (
	message text collate "C" not null references message on delete cascade,
	address text collate "C" not null,
	name text not null,
	primary key (message, address)
);
