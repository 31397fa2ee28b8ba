-- What waits for one person is asked with every page.
create index ask_open_of on ask (approver) where state = 'OPEN';
