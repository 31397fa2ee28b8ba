-- What was read of a file, in a process of its own. It is read once, whoever sends it.
create table document (
	id text collate "C" primary key,
	sha256 bytea not null unique references blob on delete cascade,
	-- What it was called when it first came, which helps to tell its type.
	name text not null,
	declared_type text not null,
	-- The file of a mail that it was first found in, whose limits it shares, and how deep.
	root text collate "C" not null,
	depth int not null,
	state text not null default 'WAITING',
	reason text,
	media_type text,
	title text,
	language text,
	pages int,
	width int,
	height int,
	text text,
	remarks text[] not null default '{}',
	read_at timestamptz,
	due_at timestamptz default now(),
	attempts int not null default 0,
	returns int not null default 0,
	failures int not null default 0,
	problem text
);

create index document_due on document (due_at) where due_at is not null;
create index document_of_root on document (root);

-- The files within a file, each as that file names it.
create table document_part (
	parent text collate "C" not null references document on delete cascade,
	position int not null,
	child text collate "C" not null references document on delete cascade,
	name text not null,
	written_name text not null,
	path text not null,
	declared_type text not null,
	role text not null,
	primary key (parent, position)
);

create index document_part_of_child on document_part (child);

-- A file that no mail brought and that was only found within others goes when they go.
alter table blob add found boolean not null default false;

-- What cases hold already is read as well.
insert into document (id, sha256, name, declared_type, root, depth)
select distinct on (d.sha256) d.sha256, b.sha256, d.name, d.media_type, d.sha256, 0
from case_document d join blob b on b.sha256 = decode(d.sha256, 'hex')
on conflict do nothing;
