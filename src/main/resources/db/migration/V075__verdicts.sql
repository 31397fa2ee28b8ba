-- The policy of a judgement, whole, so that it can be judged again under it.
create table policy (
	version text collate "C" primary key,
	settings jsonb not null,
	since timestamptz not null default now()
);

-- What was judged of a message last: the facts that were known, and what came of them.
create table judgement (
	message text collate "C" primary key references message,
	raw text collate "C" not null,
	sender_domain text collate "C" not null,
	word text not null,
	category text,
	facts jsonb not null,
	judged jsonb not null,
	policy text collate "C" not null references policy,
	software text not null,
	judged_at timestamptz not null
);

create index judgement_refused on judgement (sender_domain, judged_at) where word = 'refused';
