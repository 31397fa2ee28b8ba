-- What must not be forgotten, although its time is over. Lifted ones stay, to show that they were.
create table legal_hold (
	id text collate "C" primary key,
	case_id text collate "C" references case_file,
	person text collate "C",
	why text not null,
	set_by text not null,
	set_at timestamptz not null default now(),
	until timestamptz not null,
	lifted_at timestamptz,
	check ((case_id is null) <> (person is null))
);

create index legal_hold_of_case on legal_hold (case_id) where case_id is not null;

-- Who has read what of cases, mails and files. The row is there before the answer goes out.
create table access (
	position bigint generated always as identity primary key,
	at timestamptz not null default now(),
	person text collate "C" not null,
	purpose text not null,
	kind text not null,
	case_id text collate "C",
	subject text collate "C",
	door text not null,
	status int
);

create index access_of_case on access (case_id, position) where case_id is not null;
create index access_of_person on access (person, position);
create index access_at on access (at);
