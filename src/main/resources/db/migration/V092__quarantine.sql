-- What could not be read or fetched is rare among all that was, and looked at often.
create index message_quarantined on message (received_at) where state = 'QUARANTINED';
create index sighting_unfetchable on sighting (received_at) where state = 'UNFETCHABLE';
