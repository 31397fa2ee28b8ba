-- How many items are in which state, by mailbox, so that nobody has to count the whole ledger (IN-7). A change adds rows
-- and touches none, so no writer waits for another; now and then many rows are made few. Whoever sums them up gets the
-- counts of his own snapshot.
create table sighting_count (
	mailbox text collate "C" not null,
	state text not null,
	items bigint not null
);

-- The one state an item is in.
create function sighting_state(item text, message text, failures int) returns text language sql immutable parallel safe
return case when item = 'UNFETCHED' then 'RETRYING' when item = 'UNFETCHABLE' then 'QUARANTINED'
	when message is null or message = 'IGNORED' then 'IGNORED'
	when message = 'NEW' and failures > 0 then 'RETRYING' else message end;

-- Whoever brings an item of a message holds the row of the message, so it stays as it is seen here.
create function count_added_sightings() returns trigger language plpgsql as $$
begin
	insert into sighting_count (mailbox, state, items)
	select mailbox, state, count(*)
	from (
		select mailbox, coalesce((select sighting_state(item.state, m.state, m.failures) from message m where m.id = item.message),
			sighting_state(item.state, null, 0)) as state
		from added item
	) as counted
	group by mailbox, state;
	return null;
end $$;

create function count_removed_sightings() returns trigger language plpgsql as $$
begin
	insert into sighting_count (mailbox, state, items)
	select mailbox, state, -count(*)
	from (
		select mailbox, coalesce((select sighting_state(item.state, m.state, m.failures) from message m where m.id = item.message),
			sighting_state(item.state, null, 0)) as state
		from removed item
	) as counted
	group by mailbox, state;
	return null;
end $$;

-- Where an item alone changes, the row of its message is held until the end: whoever changes that comes before or behind.
create function count_changed_sighting() returns trigger language plpgsql as $$
declare
	was text := sighting_state(old.state, null, 0);
	becomes text := sighting_state(new.state, null, 0);
begin
	if old.message is not null then
		select sighting_state(old.state, m.state, m.failures) into strict was from message m where m.id = old.message for share;
	end if;
	if new.message is not null then
		select sighting_state(new.state, m.state, m.failures) into strict becomes from message m where m.id = new.message for share;
	end if;
	if was <> becomes then
		insert into sighting_count (mailbox, state, items) values (new.mailbox, was, -1), (new.mailbox, becomes, 1);
	end if;
	return null;
end $$;

-- Before the message changes: an item that the same statement gives to it is counted by that itself, as what it is then.
create function count_changed_message() returns trigger language plpgsql as $$
begin
	insert into sighting_count (mailbox, state, items)
	select s.mailbox, side.state, side.sign * count(*)
	from sighting s, (values (sighting_state('KEPT', old.state, old.failures), -1),
		(sighting_state('KEPT', new.state, new.failures), 1)) as side (state, sign)
	where s.message = old.id and s.state not in ('UNFETCHED', 'UNFETCHABLE')
	group by s.mailbox, side.state, side.sign;
	return new;
end $$;

create trigger sighting_added after insert on sighting referencing new table as added
	for each statement execute function count_added_sightings();

create trigger sighting_removed after delete on sighting referencing old table as removed
	for each statement execute function count_removed_sightings();

create trigger sighting_changed after update on sighting for each row
	when (old.message is distinct from new.message or old.state <> new.state
		and (old.state in ('UNFETCHED', 'UNFETCHABLE') or new.state in ('UNFETCHED', 'UNFETCHABLE')))
	execute function count_changed_sighting();

create trigger message_changed before update on message for each row
	when (old.state <> new.state or old.state = 'NEW' and (old.failures > 0) <> (new.failures > 0))
	execute function count_changed_message();

insert into sighting_count (mailbox, state, items)
select s.mailbox, sighting_state(s.state, m.state, m.failures), count(*)
from sighting s left join message m on m.id = s.message group by 1, 2;
