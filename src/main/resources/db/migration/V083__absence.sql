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
