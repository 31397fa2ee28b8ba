-- The words of a text in Danish and English, as they are searched for. What is too long is searched by its
-- beginning: a text costs its own words and never the row it stands in.
create function words_of(written text, weight "char") returns tsvector
	language plpgsql immutable parallel safe as $$
declare
	length int := 200000;
begin
	loop
		begin
			return setweight(to_tsvector('danish', left(coalesce(written, ''), length))
				|| to_tsvector('english', left(coalesce(written, ''), length)), weight);
		exception when program_limit_exceeded then
			if length < 1000 then
				return ''::tsvector;
			end if;
			length := length / 4;
		end;
	end loop;
end
$$;

alter table case_file add words tsvector not null
	generated always as (words_of(title, 'A') || to_tsvector('simple', number)) stored;
create index case_by_words on case_file using gin (words);

-- Which mails of cases say what. It goes with the mail.
create table mail_words (
	message text collate "C" primary key references mail on delete cascade,
	subject text not null,
	-- Names and addresses of all it is from and to, in small letters.
	people text not null,
	body text not null,
	words tsvector not null generated always as (words_of(subject, 'A') || words_of(people, 'C') || words_of(body, 'D')) stored
);
create index mail_by_words on mail_words using gin (words);

alter table case_document add words tsvector not null
	generated always as (words_of(regexp_replace(name, '[^[:alnum:]]+', ' ', 'g'), 'A')) stored;
create index document_by_name on case_document using gin (words);

alter table document add words tsvector not null
	generated always as (words_of(title, 'B') || words_of(text, 'D')) stored;
create index document_by_words on document using gin (words);

insert into mail_words (message, subject, people, body)
select m.message, coalesce(m.parsed ->> 'subject', ''),
	lower(concat_ws(' ', m.parsed #>> '{from,displayName}', m.parsed #>> '{from,address}')),
	coalesce(m.parsed #>> '{content,text}', regexp_replace(m.parsed #>> '{content,html}', '<[^>]*>', ' ', 'g'), '')
from mail m where exists (select from case_message c where c.message = m.message);
