-- Whoever has left the directory stays known, for his decisions stay.
alter table person add left_at timestamptz;
