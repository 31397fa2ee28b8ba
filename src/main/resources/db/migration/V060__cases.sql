create table case_file (
	id text collate "C" primary key,
	number text collate "C" not null unique,
	title text not null,
	type text not null,
	language text not null,
	state text not null,
	holder text collate "C",
	holder_since timestamptz not null,
	deadline_at timestamptz,
	deadline_certain boolean not null default false,
	deadline_zone text,
	outcome text,
	opened_by text collate "C" not null unique,
	mode text not null,
	opened_at timestamptz not null,
	changed_at timestamptz not null,
	version int not null default 1
);

create index case_running on case_file (state, deadline_at);
create index case_of_holder on case_file (holder, state);

-- The next number of each year.
create table case_counter (
	year int primary key,
	last int not null
);

create table participant (
	case_id text collate "C" not null references case_file,
	address text collate "C" not null,
	name text not null,
	role text not null,
	position int not null,
	primary key (case_id, address)
);

create index participant_by_address on participant (address);

create table case_message (
	message text collate "C" primary key,
	case_id text collate "C" not null references case_file,
	internet_message_id text collate "C",
	thread_root text collate "C",
	reason text not null,
	joined_at timestamptz not null default now()
);

create index message_of_case on case_message (case_id);
create index case_message_by_id on case_message (internet_message_id);
create index case_message_by_thread on case_message (thread_root);

-- Files asked about; a file whose bytes change under the same name is a new version of it.
create table case_document (
	case_id text collate "C" not null references case_file,
	sha256 text collate "C" not null,
	name text not null,
	media_type text not null,
	size bigint not null,
	message text collate "C" not null,
	version int not null,
	added_at timestamptz not null default now(),
	primary key (case_id, sha256, name)
);

create index case_document_by_content on case_document (sha256);

create table ask (
	id text collate "C" primary key,
	case_id text collate "C" not null references case_file,
	message text collate "C" not null,
	internet_message_id text collate "C",
	approver text collate "C" not null,
	revision int not null,
	documents text[] not null,
	text_sha256 text collate "C" not null,
	state text not null,
	asked_at timestamptz not null
);

create index ask_of_case on ask (case_id);
create index ask_by_internet_message_id on ask (internet_message_id);

create table verdict (
	id text collate "C" primary key,
	case_id text collate "C" not null references case_file,
	ask text collate "C" not null references ask,
	message text collate "C",
	idempotency_key text collate "C" unique,
	outcome text not null,
	state text not null,
	decided_for text collate "C" not null,
	acted_by text collate "C" not null,
	decided_at timestamptz not null,
	recorded_at timestamptz not null default now(),
	supersedes text collate "C",
	decision jsonb not null
);

create index verdict_of_case on verdict (case_id);
create unique index verdict_of_message on verdict (message, ask) where message is not null;

create table task (
	id text collate "C" primary key,
	case_id text collate "C" not null references case_file,
	assignee text collate "C" not null,
	description text not null,
	due_at timestamptz,
	due_certain boolean not null default false,
	state text not null
);

create index task_of_case on task (case_id);
