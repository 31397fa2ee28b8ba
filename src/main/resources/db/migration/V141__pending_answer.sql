-- Answers given on a page that can still be taken back. Each becomes a verdict when it is due; until then
-- nothing of it is on the case.
create table pending_answer (
	id text collate "C" primary key,
	case_id text collate "C" not null references case_file,
	ask text collate "C" not null references ask,
	person text collate "C" not null,
	answer text not null,
	words text not null,
	delegate text collate "C",
	until_day date,
	form text collate "C" not null,
	state text not null default 'PENDING',
	given_at timestamptz not null,
	due_at timestamptz,
	attempts int not null default 0,
	returns int not null default 0,
	failures int not null default 0,
	problem text,
	unique (ask, person)
);

create index pending_answer_due on pending_answer (due_at) where due_at is not null;
create index pending_answer_of on pending_answer (person);
