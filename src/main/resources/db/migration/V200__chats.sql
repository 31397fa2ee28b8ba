-- A message of a chat is kept as JSON and read by a reader of its own.
alter table message add kind text not null default 'MAIL';

-- In which chat something was seen, keyed: it stays where nothing else of a message does, so that it is known
-- whether anything was written between a question and its answer.
alter table sighting add chat_hash bytea;
create index sighting_of_chat on sighting (chat_hash, received_at) where chat_hash is not null;

-- Whether the directory calls somebody a member or a guest; it is read anew to learn that.
alter table person add user_type text;
update directory set bookmark = null, due_at = now();

-- What became of the message an answer was taken from.
alter table verdict add source_change text;
alter table verdict add source_changed_by text collate "C";
alter table verdict add source_changed_at timestamptz;
