-- One row for each mail, however many mailboxes hold it. It is small, because it changes often while it waits.
create table message (
	id text collate "C" primary key,
	state text not null default 'NEW',
	reason text not null,
	case_id text collate "C",
	raw bytea,
	digest text not null,
	internet_id_hash bytea,
	received_at timestamptz not null,
	mode text not null,
	taken_at timestamptz not null default now(),
	read_at timestamptz,
	due_at timestamptz default now(),
	attempts int not null default 0,
	returns int not null default 0,
	failures int not null default 0,
	problem text
);

create index message_due on message (due_at) where due_at is not null;

-- What was read in it, whole.
create table mail (
	message text collate "C" primary key references message,
	parsed jsonb not null
);

-- Which files a message holds: the raw mail and its parts. Content is forgotten when no message holds it.
-- Deferred, so that the rows of one transaction may come in any order.
create table message_file (
	message text collate "C" not null references message,
	document bytea not null references blob deferrable initially deferred,
	primary key (message, document)
);

create index message_file_document on message_file (document);

-- Everything a mailbox has shown, each item once. Of what is ruled out or forgotten only keyed hashes stay.
create table sighting (
	item_hash bytea primary key,
	position bigint generated always as identity unique,
	mailbox text collate "C" not null,
	folder text not null,
	received_at timestamptz not null,
	state text not null,
	reason text,
	internet_id_hash bytea,
	message text collate "C" references message,
	item_id text collate "C",
	conversation_id text collate "C"
);

create index sighting_message on sighting (message) where message is not null;
create index sighting_conversation on sighting (conversation_id) where conversation_id is not null;
create index sighting_internet_id on sighting (internet_id_hash) where internet_id_hash is not null;

-- Earlier mails that an item names, which may turn out to matter later.
create table mention (
	referenced bytea not null,
	item_hash bytea not null references sighting,
	primary key (referenced, item_hash)
);
