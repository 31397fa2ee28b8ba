create table blob (
	sha256 text collate "C" primary key,
	size bigint not null,
	created_at timestamptz not null default now()
);

create table blob_chunk (
	sha256 text collate "C" not null references blob on delete cascade,
	number int not null,
	bytes bytea not null,
	primary key (sha256, number)
);

-- Mail and office files are packed already: trying again costs time and saves nothing.
alter table blob_chunk alter column bytes set storage external;
