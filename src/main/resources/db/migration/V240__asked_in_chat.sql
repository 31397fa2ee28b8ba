-- The board says of each case whether it was asked in a chat; few are.
create index message_of_chat on message (id) where kind = 'CHAT';
