-- The list of open requests that one person was sent one morning. Its name is what a reply to it names.
create table digest (
	id text collate "C" primary key,
	person text collate "C" not null,
	day date not null,
	internet_message_id text collate "C" not null unique,
	ends_at timestamptz not null,
	created_at timestamptz not null default now(),
	unique (person, day)
);

-- What each number of it stood for when it was sent. A number is answered once.
create table digest_entry (
	digest text collate "C" not null references digest,
	number int not null,
	case_id text collate "C" not null references case_file,
	ask text collate "C" not null references ask,
	revision int not null,
	documents text[] not null,
	text_sha256 text collate "C" not null,
	answered_by text collate "C" references message,
	primary key (digest, number)
);

-- A mail that answers a digest holds one judgement for each number; others hold one, under number 0.
alter table judgement add column number int not null default 0;
alter table judgement drop constraint judgement_pkey;
alter table judgement add primary key (message, number);

create index verdict_held_of_message on verdict (message) where state = 'HELD';
