-- Since when our own mailbox has been closed to an answer; a person hears of it after a day.
alter table writeback add barred_since timestamptz;
