-- Every file once. What fits into one chunk lies in the row itself.
create table blob (
	sha256 bytea primary key,
	size bigint not null,
	bytes bytea
);

create table blob_chunk (
	sha256 bytea not null references blob on delete cascade,
	number int not null,
	bytes bytea not null,
	primary key (sha256, number)
);

-- Mail is base64 or compressed already: trying to compress it costs time and saves nothing.
-- Uncompressed values are also read from the middle.
alter table blob alter column bytes set storage external;
alter table blob_chunk alter column bytes set storage external;
