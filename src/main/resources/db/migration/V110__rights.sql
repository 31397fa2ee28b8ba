-- Who has a part in a case, whatever the part is.
create view case_part as
	select case_id, address as person from participant
	union all
	select id, holder from case_file where holder is not null
	union all
	select case_id, approver from ask
	union all
	select case_id, assignee from task;

-- Who may see a case without a role that sees all of them: whoever has a part in it, and
-- whoever may answer for one of those, for the kinds of cases and as long as the mandate says.
create view case_reader as
	select case_id, person from case_part
	union all
	select part.case_id, mandate.delegate
	from mandate
	join case_part part on part.person = mandate.principal
	join case_file file on file.id = part.case_id
	where mandate.valid_from <= now() and now() < mandate.valid_to
		and (mandate.categories = '{}' or lower(file.type) in (select lower(one) from unnest(mandate.categories) one));

create index task_of_assignee on task (assignee);
create index ask_of_approver on ask (approver);
create index mandate_of_delegate on mandate (delegate);
