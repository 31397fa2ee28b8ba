-- What had not been fetched when a folder is left is found without reading the whole ledger.
create index sighting_unfetched on sighting (mailbox, folder) where state = 'UNFETCHED';
