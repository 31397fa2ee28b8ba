-- A signature over a mail covers none of its header fields, so the same one may be put under another
-- request: what stood over another mail before proves nothing of this one.
create index judgement_signature on judgement ((facts #>> '{signature,digest}'))
	where facts #>> '{signature,digest}' is not null;
