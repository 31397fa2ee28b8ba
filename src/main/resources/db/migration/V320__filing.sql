-- What is known of how an item came into its folder; of those seen before nothing is.
alter table sighting add not_before timestamptz, add delivered boolean not null default false;
