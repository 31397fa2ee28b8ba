-- Which account of the identity provider belongs to which person of the directory. It is
-- linked at the first sign-in, by names that are never given to another, and stays.
create table account (
	issuer text collate "C" not null,
	subject text collate "C" not null,
	directory_id text collate "C" not null,
	linked_at timestamptz not null default now(),
	primary key (issuer, subject),
	unique (issuer, directory_id)
);
