-- Since when a provider may have accepted a draft for sending; none once it is known that it has not.
alter table writeback add handed_over_at timestamptz;

update writeback set handed_over_at = drafted_at where state = 'DUE';
