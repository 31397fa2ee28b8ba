-- The analysis reads what has happened since a day.
create index entry_of_time on entry (at);
