-- The last answers of a person are found without looking at those of all others.
create index verdict_of_actor on verdict (acted_by, decided_at desc) where state = 'ACTIVE';
