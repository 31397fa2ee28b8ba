package io.countersign.cases;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.github.therapi.runtimejavadoc.RetainJavadoc;
import org.jspecify.annotations.Nullable;

import io.countersign.documents.Blocked;
import io.countersign.documents.Contained;
import io.countersign.documents.DocumentId;
import io.countersign.documents.DocumentText;
import io.countersign.documents.VersionedFile;
import io.countersign.identity.PersonId;
import io.countersign.intake.Message;
import io.countersign.intake.MessageId;

/**
 * A file of a case.
 *
 * @param sha256 64 hex digits, which fetch its bytes from /api/v1/blobs
 * @param name as its sender calls it; not said of a blocked file
 * @param mediaType what its sender says it is; not said of a blocked file
 * @param size in bytes
 * @param chain the same for all versions of one document
 * @param version from 1, as they came
 * @param link why it is a version of another file, or by whose word it is of none; not
 * said of a blocked file
 * @param verdicts the ids of those that rest on exactly this file
 * @param message the one that first brought it
 * @param sentBy who has sent the message that first brought it
 * @param receivedAt when that came
 * @param sent by whom and when exactly these bytes were sent into the case, under
 * whatever name, the first first
 * @param text what was found by reading it; not said of a blocked file
 * @param contains the files within it, each followed by those within that
 * @param blocked why the file cannot be had, in a sentence: a virus scanner is set and
 * has not cleared it
 */
@RetainJavadoc
record DocumentView(String sha256, @Nullable String name, @Nullable String mediaType, long size, int chain, int version,
		@Nullable LinkedView link, List<String> verdicts, String message, @Nullable String sentBy,
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
			return new DocumentView(file.sha256().sha256(), null, null, file.size(), file.chain(), file.version(), null,
					resting, file.message().value(), first.by(), first.receivedAt(), sent, null, List.of(),
					reason.sentence());
		}
		return new DocumentView(file.sha256().sha256(), file.name(), file.mediaType(), file.size(), file.chain(),
				file.version(), file.link().map(LinkedView::of).orElse(null), resting, file.message().value(),
				first.by(), first.receivedAt(), sent, (text != null) ? TextView.of(text) : null,
				contains.stream().map((inner) -> ContainedView.of(inner, blocked.get(inner.document()))).toList(),
				null);
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

}
