-- When a file came to a case is when its message came, not when that was filed.
alter table case_document add came_at timestamptz not null default now();
-- Where it lies in the cloud: for a copy of what a message points to, which is no part of what is decided.
alter table case_document add address text;

update case_document d set came_at = coalesce((select m.received_at from message m where m.id = d.message), d.added_at);

drop index case_document_by_time;
create index case_document_by_time on case_document (came_at desc);

-- The copies that are kept already come to the cases of their messages.
insert into case_chain (id, due_at)
select distinct c.case_id, now() from cloud_link l join case_message c on c.message = l.origin where l.sha256 is not null
on conflict (id) do update set due_at = excluded.due_at, attempts = case_chain.attempts + 1, returns = case_chain.returns + 1;
