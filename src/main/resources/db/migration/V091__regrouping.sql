-- What a person has put right about which mails make a case, with what it takes to undo it.
create table regrouping (
	id text collate "C" primary key,
	kind text not null,
	case_id text collate "C" not null references case_file,
	into_case text collate "C" references case_file,
	messages text[] not null,
	asks text[] not null,
	verdicts text[] not null,
	tasks text[] not null,
	state_before text not null,
	person text collate "C" not null,
	done_at timestamptz not null,
	undone_at timestamptz
);

create index regrouping_of_case on regrouping (case_id, done_at);
create index regrouping_into_case on regrouping (into_case, done_at) where into_case is not null;
