-- What people of a case say to each other. What is formal is in the journal besides.
create table comment (
	id text collate "C" primary key,
	case_id text collate "C" not null references case_file,
	author text collate "C" not null,
	words text not null,
	formal boolean not null,
	said_at timestamptz not null
);

create index comment_of_case on comment (case_id, said_at);

-- One person's own note. Only the account that wrote it reads it, whoever has its address later.
create table private_note (
	case_id text collate "C" not null references case_file,
	account text collate "C" not null,
	words text not null,
	changed_at timestamptz not null,
	primary key (case_id, account)
);
