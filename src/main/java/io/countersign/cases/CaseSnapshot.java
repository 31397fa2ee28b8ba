package io.countersign.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.github.therapi.runtimejavadoc.RetainJavadoc;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.countersign.documents.Blocked;
import io.countersign.documents.CloudCopy;
import io.countersign.documents.CloudLink;
import io.countersign.documents.Contained;
import io.countersign.documents.DocumentId;
import io.countersign.documents.DocumentText;
import io.countersign.documents.VersionedFile;
import io.countersign.identity.Absence;
import io.countersign.identity.EmailAddress;
import io.countersign.identity.Person;
import io.countersign.identity.PersonId;
import io.countersign.intake.Message;
import io.countersign.intake.MessageId;
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
			List<String> documents, List<VersionView> newerVersions, String state, Instant askedAt) {
	}

	/**
	 * A version of a document by its content, as it was called.
	 *
	 * @param sha256 64 hex digits
	 * @param name of the file
	 * @param version from 1, as they came
	 */
	record VersionView(String sha256, String name, int version) {

		static VersionView of(CaseDocument file) {
			return new VersionView(file.sha256().sha256(), file.name(), file.version());
		}

		static List<VersionView> of(List<CaseDocument> files) {
			return files.stream().map(VersionView::of).toList();
		}

	}

	/**
	 * How sure it is that the person himself has decided.
	 *
	 * @param level A0 counts for nothing, A1 has to be confirmed, of A2 the servers it
	 * passed vouch for it, of A3 the own mailbox of the sender holds it, A4 is an act of
	 * somebody signed in
	 * @param gates what each check of the answer said
	 */
	record AuthenticityView(String level, List<GateResult> gates) {
	}

	/**
	 * The words a verdict rests on.
	 *
	 * @param message the id of the one they stand in; null where it was given elsewhere
	 * @param span first character and the one behind the last, counted from 0 in what its
	 * author newly wrote
	 * @param quote the words themselves
	 * @param rule what they were recognised by
	 */
	record EvidenceView(@Nullable String message, @Nullable List<Integer> span, @Nullable String quote,
			@Nullable String rule) {
	}

	/**
	 * What an approver has decided.
	 *
	 * @param id for calls of this API
	 * @param ask the id of the ask it answers
	 * @param outcome APPROVED, APPROVED_WITH_CONDITIONS, REJECTED, RETURNED, DELEGATED or
	 * DEFERRED
	 * @param decidedFor who was asked
	 * @param actedBy who has answered: he himself, or somebody with a mandate of his
	 * @param method mail_reply, chat, page or api
	 * @param conditions what has to be met, each in the words of the answer
	 * @param delegate to whom it is passed on, as written; null unless it is DELEGATED
	 * @param authenticity how sure it is that he has decided
	 * @param evidence the words it rests on
	 * @param documents the files it covers, each as {@code sha256:} and 64 hex digits
	 * @param newerVersions of its documents, which it does not cover
	 * @param comment what he wrote besides; empty for nothing
	 * @param state ACTIVE where it counts, HELD where a person has to confirm it,
	 * SUPERSEDED where a later one counts
	 * @param decidedAt when he has decided
	 * @param recordedAt when the product learnt of it
	 * @param supersedes the id of the verdict it replaced; null for none
	 * @param sourceChange what became of its message since; null for nothing
	 */
	record VerdictView(String id, String ask, String outcome, PersonView decidedFor, PersonView actedBy, String method,
			List<String> conditions, @Nullable String delegate, AuthenticityView authenticity, EvidenceView evidence,
			List<String> documents, List<VersionView> newerVersions, String comment, String state, Instant decidedAt,
			Instant recordedAt, @Nullable String supersedes, @Nullable SourceChangeView sourceChange) {

		/**
		 * @param newer versions of its documents, which it does not cover
		 */
		static VerdictView of(Verdict verdict, List<CaseDocument> newer, Map<EmailAddress, Person> people) {
			var decision = verdict.decision();
			var quote = decision.evidence();
			return new VerdictView(verdict.id(), decision.ask().value(), decision.outcome().name(),
					PersonView.of(decision.decidedFor(), people), PersonView.of(decision.actedBy(), people),
					decision.method().name().toLowerCase(Locale.ROOT), decision.conditions(),
					decision.delegate().orElse(null), new AuthenticityView(decision.level(), decision.gates()),
					new EvidenceView(decision.message().map(Object::toString).orElse(null),
							quote.map((words) -> List.of(words.start(), words.end())).orElse(null),
							quote.map(Quote::quote).orElse(null), quote.map(Quote::rule).orElse(null)),
					decision.documents().stream().map((document) -> "sha256:" + document).toList(),
					VersionView.of(newer), decision.comment(), verdict.state().name(), decision.decidedAt(),
					verdict.recordedAt(), verdict.supersedes().orElse(null),
					verdict.sourceChange().map(SourceChangeView::of).orElse(null));
		}

	}

	/**
	 * What became of the message a verdict was taken from.
	 *
	 * @param change edited or deleted
	 * @param message the later version; the one the verdict rests on is its evidence
	 * @param at when that was seen
	 */
	record SourceChangeView(String change, String message, Instant at) {

		static SourceChangeView of(SourceChange change) {
			return new SourceChangeView(change.kind().word(), change.message().value(), change.at());
		}

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
	 * A file of a case.
	 *
	 * @param sha256 64 hex digits, which fetch its bytes from /api/v1/blobs
	 * @param name as its sender calls it; not said of a blocked file
	 * @param mediaType what its sender says it is; not said of a blocked file
	 * @param size in bytes
	 * @param chain the same for all versions of one document
	 * @param version from 1, as they came
	 * @param link why it is a version of another file, or by whose word it is of none;
	 * not said of a blocked file
	 * @param verdicts the ids of those that rest on exactly this file
	 * @param message the one that first brought it
	 * @param sentBy who has sent the message that first brought it
	 * @param receivedAt when that came
	 * @param sent by whom and when exactly these bytes were sent into the case, under
	 * whatever name, the first first
	 * @param text what was found by reading it; not said of a blocked file
	 * @param contains the files within it, each followed by those within that
	 * @param blocked why the file cannot be had, in a sentence: a virus scanner is set
	 * and has not cleared it
	 */
	record DocumentView(String sha256, @Nullable String name, @Nullable String mediaType, long size, int chain,
			int version, @Nullable LinkedView link, List<String> verdicts, String message, @Nullable String sentBy,
			@Nullable Instant receivedAt, List<SendingView> sent, @Nullable TextView text, List<ContainedView> contains,
			@Nullable String blocked) {

		static DocumentView of(CaseDocument file, List<Verdict> verdicts, Map<MessageId, Message> letters,
				@Nullable DocumentText text, List<Contained> contains, Map<DocumentId, Blocked> blocked) {
			var resting = verdicts.stream()
				.filter((verdict) -> verdict.decision().documents().contains(file.sha256()))
				.map(Verdict::id)
				.toList();
			var reason = blocked.get(file.sha256());
			var first = SendingView.of(file.message(), letters.get(file.message()));
			var sent = file.sentIn().stream().map((id) -> SendingView.of(id, letters.get(id))).toList();
			if (reason != null) {
				return new DocumentView(file.sha256().sha256(), null, null, file.size(), file.chain(), file.version(),
						null, resting, file.message().value(), first.by(), first.receivedAt(), sent, null, List.of(),
						reason.sentence());
			}
			return new DocumentView(file.sha256().sha256(), file.name(), file.mediaType(), file.size(), file.chain(),
					file.version(), file.link().map(LinkedView::of).orElse(null), resting, file.message().value(),
					first.by(), first.receivedAt(), sent, (text != null) ? TextView.of(text) : null,
					contains.stream().map((inner) -> ContainedView.of(inner, blocked.get(inner.document()))).toList(),
					null);
		}

	}

	/**
	 * A message that has brought a file.
	 *
	 * @param message its id
	 * @param by who has sent it; null where nobody is known, or behind the first messages
	 * of a long case
	 * @param receivedAt when it came; null where {@code by} is
	 */
	record SendingView(String message, @Nullable String by, @Nullable Instant receivedAt) {

		static SendingView of(MessageId id, @Nullable Message letter) {
			return (letter == null) ? new SendingView(id.value(), null, null) : new SendingView(id.value(),
					letter.from().map((from) -> from.address().value()).orElse(null), letter.receivedAt());
		}

	}

	/**
	 * Why a file is a version of another.
	 *
	 * @param versionOf the SHA-256 of that; null where it is of none
	 * @param name of the file it is a version of
	 * @param reason in a plain sentence; empty where a person has said so
	 * @param saidBy the id of that person
	 * @param saidAt when; null where nobody has said so
	 */
	record LinkedView(@Nullable String versionOf, @Nullable String name, String reason, @Nullable String saidBy,
			@Nullable Instant saidAt) {

		static LinkedView of(VersionLink link) {
			return new LinkedView(link.previous().map((previous) -> previous.id().sha256()).orElse(null),
					link.previous().map(VersionedFile.Key::name).orElse(null), link.reason(),
					link.by().map(PersonId::value).orElse(null), link.at().orElse(null));
		}

	}

	/**
	 * A file that a mail points to and does not bring.
	 *
	 * @param url where it points, as the mail has it
	 * @param name as the mail calls it
	 * @param reason why there is only a link, or what the copy is
	 * @param message the one that points to it
	 * @param copy the file as it was soon after its mail had come; no part of what is
	 * decided
	 */
	record LinkView(String url, String name, String reason, String message, @Nullable CopyView copy) {

		static LinkView of(CloudLink link, MessageId message, @Nullable CaseDocument placed,
				@Nullable Blocked blocked) {
			return new LinkView(link.address().toString(), link.name(), link.reason(), message.value(),
					link.copy().map((copy) -> CopyView.of(copy, placed, blocked)).orElse(null));
		}

	}

	/**
	 * A copy of a file in the cloud.
	 *
	 * @param sha256 64 hex digits, which fetch its bytes from /api/v1/blobs
	 * @param name as the cloud calls it; not said of a blocked file
	 * @param mediaType as the cloud says; not said of a blocked file
	 * @param size in bytes
	 * @param etag changes with everything about the file
	 * @param ctag changes with the content of the file
	 * @param version as the cloud numbers it for people
	 * @param modifiedAt by the clock of the cloud
	 * @param takenAt when the product fetched it
	 * @param chain the same for all versions of one document of the case
	 * @param chainVersion which of them it is, from 1; {@code link} says why
	 * @param link why it is a version of another file, or by whose word it is of none
	 * @param blocked why the file cannot be had, in a sentence
	 */
	record CopyView(String sha256, @Nullable String name, @Nullable String mediaType, long size, String etag,
			String ctag, @Nullable String version, @Nullable Instant modifiedAt, Instant takenAt,
			@Nullable Integer chain, @Nullable Integer chainVersion, @Nullable LinkedView link,
			@Nullable String blocked) {

		static CopyView of(CloudCopy copy, @Nullable CaseDocument placed, @Nullable Blocked blocked) {
			var version = copy.version();
			return new CopyView(copy.file().sha256(), (blocked != null) ? null : copy.name(),
					(blocked != null) ? null : copy.mediaType(), copy.size(), version.etag(), version.ctag(),
					version.label().orElse(null), version.modifiedAt().orElse(null), copy.takenAt(),
					(placed != null) ? placed.chain() : null, (placed != null) ? placed.version() : null,
					(placed != null && blocked == null) ? placed.link().map(LinkedView::of).orElse(null) : null,
					(blocked != null) ? blocked.sentence() : null);
		}

	}

	/**
	 * What was found by reading a file.
	 *
	 * @param state waiting, read or unreadable
	 * @param reason why it is unreadable; null otherwise
	 * @param mediaType what it is by its content
	 * @param title as the file itself says; null for none
	 * @param language of its text, as da or en; null where it is not clear
	 * @param pages how many; null for a kind without pages
	 * @param remarks what a reader must know of the text, each in a sentence
	 */
	record TextView(String state, @Nullable String reason, @Nullable String mediaType, @Nullable String title,
			@Nullable String language, @Nullable Integer pages, List<String> remarks) {

		static TextView of(DocumentText text) {
			return new TextView(text.state().name().toLowerCase(Locale.ROOT), text.reason().orElse(null),
					text.mediaType().orElse(null), text.title().orElse(null), text.language().orElse(null),
					text.pages().orElse(null), text.remarks());
		}

	}

	/**
	 * A file within a file.
	 *
	 * @param sha256 64 hex digits, which fetch its bytes from /api/v1/blobs
	 * @param parent the SHA-256 of the file it lies in
	 * @param depth 1 for what lies in the file of the mail itself
	 * @param path from the file that came with the mail
	 * @param name safe to save it under
	 * @param nameAsWritten as the parent calls it; never to be used as a name
	 * @param mediaType what its parent says it is
	 * @param size in bytes
	 * @param text what was found by reading it
	 * @param blocked why the file cannot be had, in a sentence; its name and type are not
	 * said then
	 */
	record ContainedView(String sha256, String parent, int depth, @Nullable String path, @Nullable String name,
			@Nullable String nameAsWritten, @Nullable String mediaType, long size, @Nullable TextView text,
			@Nullable String blocked) {

		static ContainedView of(Contained file, @Nullable Blocked blocked) {
			if (blocked != null) {
				return new ContainedView(file.document().sha256(), file.parent().sha256(), file.depth(), null, null,
						null, null, file.size(), null, blocked.sentence());
			}
			return new ContainedView(file.document().sha256(), file.parent().sha256(), file.depth(), file.path(),
					file.name(), file.writtenName(), file.declaredType(), file.size(), TextView.of(file.text()), null);
		}

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
