-- Contents are encrypted, each by a data key of its own, which is kept only as wrapped by other keys: by the key of
-- each case that holds the content, and by a key of arrival for what is in no case yet. These are wrapped by a master
-- key that never comes here. To destroy a case's key is to destroy what no other case holds.
create table content_key (
	id text collate "C" primary key,
	-- Of which case; a key of arrival has none.
	case_id text collate "C" unique,
	-- Which master key has wrapped it.
	master text collate "C" not null,
	wrapped bytea not null,
	made_at timestamptz not null default now()
);

create table content_wrap (
	sha256 bytea not null references blob on delete cascade,
	key text collate "C" not null references content_key,
	wrapped bytea not null,
	primary key (sha256, key)
);

create index content_wrap_of_key on content_wrap (key);

-- What was stored before is encrypted little by little.
alter table blob add sealed boolean not null default false;
create index blob_unsealed on blob (sha256) where not sealed;

-- An encrypted object has a name of its own: the same content, written twice, is encrypted by two keys.
alter table blob_object rename column sha256 to name;
alter table blob drop constraint blob_check;

-- Which message, of which case if of any, holds which content by itself; what lies in these is held with them.
create view content_holder as
select f.document as sha256, m.id as message, m.case_id from message_file f join message m on m.id = f.message
union all
select l.sha256, m.id, m.case_id from cloud_link l join message m on m.id = l.origin where l.sha256 is not null;
