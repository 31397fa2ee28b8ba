-- What a person has to look at, with what we would have done.
create table review (
	message text collate "C" primary key references message,
	reason text not null,
	case_id text collate "C",
	state text not null default 'OPEN',
	since timestamptz not null default now(),
	resolved_by text,
	resolved_at timestamptz
);

create index review_open on review (since) where state = 'OPEN';
