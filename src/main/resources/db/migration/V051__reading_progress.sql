-- How far each watched folder has been read: everything received before that moment is on record.
create table reading_progress (
	mailbox text collate "C" not null,
	folder text not null,
	read_up_to timestamptz not null,
	primary key (mailbox, folder)
);
