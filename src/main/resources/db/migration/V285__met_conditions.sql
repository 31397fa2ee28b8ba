-- Which conditions of an approval somebody says are met, and who said so.
create table condition_met (
	verdict text collate "C" not null references verdict,
	number int not null,
	met_by text collate "C" not null,
	met_at timestamptz not null,
	primary key (verdict, number)
);
