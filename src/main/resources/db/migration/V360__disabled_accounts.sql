-- Nobody signs in with a disabled account, and a session that is open ends. Whether one is
-- disabled comes only with a walk that has asked for it.
alter table person add column disabled_at timestamptz;

update directory set bookmark = null;
