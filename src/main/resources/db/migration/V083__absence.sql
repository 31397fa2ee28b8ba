-- Who is away, by what his own mailbox answered. It counts until its end, and is forgotten after it.
create table absence (
	person text collate "C" primary key,
	last_day date not null,
	ends_at timestamptz not null,
	named text,
	stand_in text collate "C",
	message text collate "C" not null,
	quote text not null,
	received_at timestamptz not null
);

-- The Message-IDs of our own answers, so that what answers them is known to belong to the case.
create table case_answer (
	internet_message_id text collate "C" primary key,
	case_id text collate "C" not null references case_file
);
