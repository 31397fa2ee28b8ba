-- What is remembered of a text to compare it with others.
alter table document add print bytea;

-- Where a file of a case stands among its versions, as it was worked out or said by a person.
alter table case_document add chain int;
alter table case_document add previous_sha256 text collate "C";
alter table case_document add previous_name text;
alter table case_document add link_reason text not null default '';

-- Which file another is a version of, or that it is of none, as a person has said. It is never guessed again.
create table document_link (
	case_id text collate "C" not null references case_file,
	sha256 text collate "C" not null,
	name text not null,
	previous_sha256 text collate "C",
	previous_name text,
	person text collate "C" not null,
	said_at timestamptz not null,
	primary key (case_id, sha256, name)
);

-- Cases whose chains are to be worked out anew, because a text has become known. It refers to no case, so
-- that whoever writes it down waits for none.
create table case_chain (
	id text collate "C" primary key,
	due_at timestamptz,
	attempts int not null default 0,
	returns int not null default 0,
	failures int not null default 0,
	problem text
);

create index case_chain_due on case_chain (due_at) where due_at is not null;

-- What cases hold already is worked out once.
insert into case_chain (id, due_at)
select c.id, now() from case_file c
where (select count(*) from case_document d where d.case_id = c.id) > 1;
