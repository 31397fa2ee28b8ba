-- Whoever wrote what waits for a person may see that it does, whatever stands before it on the list.
alter table review add author text collate "C";
