package io.countersign.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;

import com.github.therapi.runtimejavadoc.RetainJavadoc;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.countersign.identity.Absence;
import io.countersign.identity.EmailAddress;
import io.countersign.identity.Person;
import io.countersign.intake.Message;
import io.countersign.intake.Sighting;

/**
 * A case as the API shows it.
 *
 * @param id for calls of this API
 * @param number as people write it in subjects
 * @param title the subject of the request
 * @param type the kind of case, by the rules of the organisation
 * @param state waiting, decided or closed
 * @param holder who has it now; null where nobody has
 * @param holderSince when that began
 * @param deadline by when it is wanted; null where no mail says so
 * @param outcome of the verdict that counts: APPROVED, APPROVED_WITH_CONDITIONS,
 * REJECTED, RETURNED, DELEGATED or DEFERRED; null before
 * @param openedAt when the request was taken up
 * @param changedAt when anything of it last changed
 * @param version rises with each change
 * @param participants everybody its mails name, with what they are in it
 * @param asks each decision that somebody is asked for
 * @param verdicts all that were read or given, those that no longer count too
 * @param tasks work that was ordered
 * @param documents the files of its mails
 * @param links files that its mails only point to
 * @param messages the mails and chats it consists of
 * @param absences who of it is away now
 */
@RetainJavadoc
record CaseSnapshot(String id, String number, String title, String type, String state, @Nullable PersonView holder,
		Instant holderSince, @Nullable DeadlineView deadline, @Nullable String outcome, Instant openedAt,
		Instant changedAt, int version, List<ParticipantView> participants, List<AskView> asks,
		List<VerdictView> verdicts, List<TaskView> tasks, List<DocumentView> documents, List<LinkView> links,
		List<MessageView> messages, List<AbsenceView> absences) {

	/**
	 * A person of a case.
	 *
	 * @param id null for somebody the product does not know
	 * @param address the mail address
	 * @param displayName the address again for somebody the product does not know
	 */
	@Schema(name = "CasePerson")
	record PersonView(@Nullable String id, String address, String displayName) {

		static PersonView of(EmailAddress address, Map<EmailAddress, Person> people) {
			var person = people.get(address);
			return (person != null) ? new PersonView(person.id().value(), address.value(), person.displayName())
					: new PersonView(null, address.value(), address.value());
		}

	}

	/**
	 * By when a decision or task is wanted.
	 *
	 * @param at the moment
	 * @param certain whether the mail names a day
	 * @param local the same moment on the clock of the people concerned, with its offset
	 * @param zone that clock, as Europe/Copenhagen
	 */
	record DeadlineView(Instant at, boolean certain, String local, String zone) {

		static DeadlineView of(Due due) {
			return new DeadlineView(due.at(), due.certain(),
					ZonedDateTime.ofInstant(due.at(), due.zone()).toOffsetDateTime().toString(), due.zone().getId());
		}

	}

	/**
	 * What somebody is in a case.
	 *
	 * @param id null for somebody the product does not know
	 * @param address the mail address
	 * @param displayName the address again where no name is known
	 * @param role requester, approver, executor of a task, or informed
	 */
	record ParticipantView(@Nullable String id, String address, String displayName, String role) {
	}

	/**
	 * Somebody of the case who is away now, by what his own mailbox has answered.
	 *
	 * @param person who is away
	 * @param lastDay after which it ends by itself
	 * @param named whom he names to turn to, as written
	 * @param proposal that person, where the directory has exactly one of that name;
	 * never more than a proposal
	 * @param message the answer of his mailbox
	 * @param quote the words it rests on
	 */
	record AbsenceView(PersonView person, LocalDate lastDay, @Nullable String named, @Nullable PersonView proposal,
			String message, String quote) {

		static AbsenceView of(Absence absence, Map<EmailAddress, Person> people) {
			return new AbsenceView(PersonView.of(absence.person(), people), absence.lastDay(),
					absence.named().orElse(null),
					absence.standIn().map((standIn) -> PersonView.of(standIn, people)).orElse(null), absence.message(),
					absence.quote());
		}

	}

	/**
	 * A decision that one person is asked for.
	 *
	 * @param id names it in the call that gives a verdict
	 * @param message the id of the one that asks
	 * @param internetMessageId the Message-ID of that mail; null for a chat
	 * @param approver who is to decide
	 * @param revision from 1, and one more each time it is asked anew
	 * @param documents what it asks about, each as {@code sha256:} and 64 hex digits
	 * @param newerVersions of its documents, about which it did not ask
	 * @param state open, answered or withdrawn
	 * @param askedAt when the message that asks was received
	 */
	record AskView(String id, String message, @Nullable String internetMessageId, PersonView approver, int revision,
			List<String> documents, List<VerdictView.VersionView> newerVersions, String state, Instant askedAt) {
	}

	/**
	 * Work that somebody has ordered.
	 *
	 * @param id stays the same for the life of the task
	 * @param assignee who is to do it
	 * @param what in the words of the order
	 * @param due by when; null where no day was named
	 * @param state open or done
	 */
	record TaskView(String id, PersonView assignee, String what, @Nullable DeadlineView due, String state) {
	}

	/**
	 * A place where a message was seen.
	 *
	 * @param mailbox its mail address
	 * @param folder inbox, sentitems or chats
	 * @param receivedAt by the clock of the mailbox
	 */
	record SightingView(String mailbox, String folder, Instant receivedAt) {

		static SightingView of(Sighting sighting) {
			return new SightingView(sighting.mailbox().value(), sighting.folder().word(), sighting.receivedAt());
		}

	}

	/**
	 * A message of a case.
	 *
	 * @param id fetches its bytes from /api/v1/messages
	 * @param joinReason why it belongs to this case, in a sentence
	 * @param sightings each place it was seen in
	 */
	record MessageView(String id, String joinReason, List<SightingView> sightings) {
	}

}
