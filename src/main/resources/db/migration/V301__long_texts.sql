-- The words of a long text behind its beginning, in pieces: a tsvector knows no place behind 16,383 words, so it
-- finds no phrase there. Each overlaps the one before by so much that a phrase of a thousand characters stands whole
-- in one of them. What stands behind ten million characters is not searched.
create table document_piece (
	document text collate "C" not null references document on delete cascade,
	position int not null,
	-- Where it begins in the text, counted from 1.
	begins int not null,
	words tsvector not null,
	pairs int[] not null,
	primary key (document, position)
);

create index piece_by_words on document_piece using gin (words);
create index piece_by_pairs on document_piece using gin (pairs);
alter table document_piece alter pairs set statistics 0;

create function keep_pieces(file text, written text) returns void language plpgsql as $$
declare
	-- Unpacked once, not for each piece.
	whole text := written || '';
	begins int := 49001;
	number int := 0;
	piece text;
begin
	delete from document_piece where document = file;
	while begins + 1000 <= least(length(whole), 10000000) loop
		piece := substr(whole, begins, least(50000, 10000001 - begins));
		number := number + 1;
		insert into document_piece values (file, number, begins, words_of(piece, 'D'), pairs_of(piece));
		begins := begins + 49000;
	end loop;
end
$$;

create function pieces_go_with_text() returns trigger language plpgsql as $$
begin
	perform keep_pieces(new.id, new.text);
	return null;
end
$$;

create trigger pieces_go_with_new_text after insert on document
	for each row when (length(new.text) > 50000) execute function pieces_go_with_text();
create trigger pieces_go_with_text after update of text on document
	for each row when (old.text is distinct from new.text and (length(new.text) > 50000 or length(old.text) > 50000))
	execute function pieces_go_with_text();

select keep_pieces(id, text) from document where length(text) > 50000;
