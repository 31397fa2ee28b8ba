-- A request that has come over with a merged case counts its revisions there; undoing needs what they were.
alter table ask add original_revision int;
