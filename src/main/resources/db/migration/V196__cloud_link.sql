-- Files in our own tenant's cloud that a mail points to. Each is fetched once, as it was soon after the mail
-- came: what lies there later is another version.
create table cloud_link (
	id text collate "C" primary key,
	-- What points to it; the message's id.
	origin text collate "C" not null,
	address text not null,
	state text not null default 'WAITING',
	reason text,
	sha256 bytea references blob on delete set null,
	name text,
	media_type text,
	size bigint,
	etag text,
	ctag text,
	label text,
	modified_at timestamptz,
	taken_at timestamptz,
	due_at timestamptz default now(),
	attempts int not null default 0,
	returns int not null default 0,
	failures int not null default 0,
	problem text
);

create index cloud_link_due on cloud_link (due_at) where due_at is not null;
create index cloud_link_of_origin on cloud_link (origin);
create index cloud_link_by_file on cloud_link (sha256) where sha256 is not null;
