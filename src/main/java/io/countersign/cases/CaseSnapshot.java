package io.countersign.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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

/** A case as the API shows it. */
record CaseSnapshot(String id, String number, String title, String type, String state, @Nullable PersonView holder,
		Instant holderSince, @Nullable DeadlineView deadline, @Nullable String outcome, Instant openedAt,
		Instant changedAt, int version, List<ParticipantView> participants, List<AskView> asks,
		List<VerdictView> verdicts, List<TaskView> tasks, List<DocumentView> documents, List<LinkView> links,
		List<MessageView> messages, List<AbsenceView> absences) {

	record PersonView(@Nullable String id, String address, String displayName) {

		static PersonView of(EmailAddress address, Map<EmailAddress, Person> people) {
			var person = people.get(address);
			return (person != null) ? new PersonView(person.id().value(), address.value(), person.displayName())
					: new PersonView(null, address.value(), address.value());
		}

	}

	/**
	 * @param local the same moment on the clock of the people concerned
	 */
	record DeadlineView(Instant at, boolean certain, String local, String zone) {

		static DeadlineView of(Due due) {
			return new DeadlineView(due.at(), due.certain(),
					ZonedDateTime.ofInstant(due.at(), due.zone()).toOffsetDateTime().toString(), due.zone().getId());
		}

	}

	record ParticipantView(@Nullable String id, String address, String displayName, String role) {
	}

	/**
	 * Somebody of the case who is away now, by what his own mailbox has answered.
	 *
	 * @param lastDay after which it ends by itself
	 * @param named whom he names to turn to, as written
	 * @param proposal that person, where the directory has exactly one of that name;
	 * never more than a proposal
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
	 * @param newerVersions of its documents, about which it did not ask
	 */
	record AskView(String id, String message, @Nullable String internetMessageId, PersonView approver, int revision,
			List<String> documents, List<VersionView> newerVersions, String state, Instant askedAt) {
	}

	/** A version of a document by its content, as it was called. */
	record VersionView(String sha256, String name, int version) {

		static VersionView of(CaseDocument file) {
			return new VersionView(file.sha256().sha256(), file.name(), file.version());
		}

		static List<VersionView> of(List<CaseDocument> files) {
			return files.stream().map(VersionView::of).toList();
		}

	}

	record AuthenticityView(String level, List<GateResult> gates) {
	}

	record EvidenceView(@Nullable String message, @Nullable List<Integer> span, @Nullable String quote,
			@Nullable String rule) {
	}

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
	 */
	record SourceChangeView(String change, String message, Instant at) {

		static SourceChangeView of(SourceChange change) {
			return new SourceChangeView(change.kind().word(), change.message().value(), change.at());
		}

	}

	record TaskView(String id, PersonView assignee, String what, @Nullable DeadlineView due, String state) {
	}

	/**
	 * @param name as its sender calls it; not said of a blocked file
	 * @param mediaType what its sender says it is; not said of a blocked file
	 * @param chain the same for all versions of one document
	 * @param version from 1, as they came
	 * @param link why it is a version of another file, or by whose word it is of none;
	 * not said of a blocked file
	 * @param verdicts that rest on exactly this file
	 * @param text what was found by reading it; not said of a blocked file
	 * @param contains the files within it, each followed by those within that
	 * @param sentBy who has sent the message that first brought it
	 * @param receivedAt when that came
	 * @param sent by whom and when exactly these bytes were sent into the case, under
	 * whatever name, the first first
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
	 * @param by who has sent it; null where nobody is known, or behind the first messages
	 * of a long case
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
	 * @param reason in a plain sentence; empty where a person has said so
	 * @param saidBy the id of that person
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
	 * @param reason why there is only a link, or what the copy is
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
	 * @param name as the cloud calls it; not said of a blocked file
	 * @param etag changes with everything about the file, {@code ctag} with its content
	 * @param version as the cloud numbers it for people
	 * @param chain the same for all versions of one document of the case
	 * @param chainVersion which of them it is, from 1; {@code link} says why
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
	 * @param state waiting, read or unreadable
	 * @param mediaType what it is by its content
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
	 * @param parent the SHA-256 of the file it lies in
	 * @param path from the file that came with the mail
	 * @param nameAsWritten as the parent calls it; never to be used as a name
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

	record SightingView(String mailbox, String folder, Instant receivedAt) {

		static SightingView of(Sighting sighting) {
			return new SightingView(sighting.mailbox().value(), sighting.folder().word(), sighting.receivedAt());
		}

	}

	record MessageView(String id, String joinReason, List<SightingView> sightings) {
	}

}
