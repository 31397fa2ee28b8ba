-- The board counts what runs: each of these holds only the cases that may stand on it.
create index case_decided on case_file (changed_at) where state = 'DECIDED';
create index ask_open_of_case on ask (case_id) where state = 'OPEN';
create index verdict_returned on verdict (case_id) where state = 'ACTIVE' and outcome = 'RETURNED';
create index verdict_held on verdict (case_id) where state = 'HELD';
