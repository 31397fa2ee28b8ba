-- Two words that stand side by side, as a number: so that a phrase is found by an index, and not by reading
-- every text in which its words stand somewhere. Only so much of a text as words_of looks at. The cost says that it
-- is to be looked up and not worked out.
create function pairs_of(written text) returns int[]
	language sql immutable parallel safe cost 10000 as $$
	select array(
		select distinct (hashtextextended(word || ' ' || following, 0) & 1048575)::int
		from (
			select word, lead(word) over (order by place) as following
			from unnest(string_to_array(
				trim(regexp_replace(lower(left(written, 200000)), '[^[:alnum:]]+', ' ', 'g')), ' '))
				with ordinality as single (word, place)
		) pair
		where following is not null)
$$;

-- What a search is narrowed by stands beside the words: a join for each mail with a frequent word takes longer
-- than all the rest.
alter table mail_words
	add case_id text collate "C",
	add received_at timestamptz not null default now(),
	add channel text not null default 'MAIL',
	add parties tsvector not null generated always as (
		to_tsvector('simple', left(regexp_replace(people, '[^[:alnum:]]+', ' ', 'g'), 100000))) stored;

update mail_words w set case_id = c.case_id, received_at = m.received_at, channel = m.kind
from message m left join case_message c on c.message = m.id
where m.id = w.message;

create index mail_words_by_time on mail_words (received_at desc) where case_id is not null;
create index mail_words_of_case on mail_words (case_id);
create index mail_by_parties on mail_words using gin (parties);
create index mail_by_pairs on mail_words using gin (pairs_of(subject || ' ' || body));
create index document_by_pairs on document using gin (pairs_of(coalesce(title, '') || ' ' || coalesce(text, '')));
create index case_document_by_time on case_document (added_at desc);
create index case_by_time on case_file (opened_at desc);
-- Nothing could be planned better with them, and each analysis would work out the pairs of thousands of texts.
alter index mail_by_pairs alter column 1 set statistics 0;
alter index document_by_pairs alter column 1 set statistics 0;

-- A mail is moved, taken off a case and put back by several ways; here none can be forgotten.
create function words_go_with_message() returns trigger language plpgsql as $$
begin
	update mail_words set case_id = (select c.case_id from case_message c where c.message = mail_words.message)
	where message = coalesce(new.message, old.message);
	return null;
end
$$;

create trigger words_go_with_message after insert or delete or update of case_id on case_message
	for each row execute function words_go_with_message();
