-- Large files may lie as objects in a bucket. An object is on record here before it is
-- written, and a file can only refer to one that is: so none is without its bytes.
create table blob_object (
	sha256 bytea primary key,
	-- SHA-256 of each piece of 4 MiB, one behind the other.
	pieces bytea not null,
	-- An object that no file refers to stays for a while after it was last wanted.
	wanted_at timestamptz not null default now()
);

create index blob_object_wanted on blob_object (wanted_at);

alter table blob add object bytea references blob_object, add check (object = sha256);

create index blob_object_used on blob (object) where object is not null;
