-- Who says that ordered work is done, and when.
alter table task add column done_by text collate "C", add column done_at timestamptz;
