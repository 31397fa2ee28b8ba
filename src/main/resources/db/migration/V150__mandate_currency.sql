-- Up to which amount somebody may answer says nothing without the currency.
alter table mandate add column currency text not null default 'DKK';
