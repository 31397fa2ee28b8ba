-- Until when a mailbox is left alone by every replica, in reading and in sending (RL-5).
create table mailbox_rest (
	mailbox text primary key,
	until timestamptz not null
);
