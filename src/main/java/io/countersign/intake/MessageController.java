package io.countersign.intake;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import com.github.therapi.runtimejavadoc.RetainJavadoc;
import io.countersign.problem.Conflict;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.countersign.documents.Documents;
import io.countersign.identity.EmailAddress;
import io.countersign.intake.LedgerView.Question;
import io.countersign.intake.LedgerView.Seen;
import io.countersign.problem.InvalidField;
import io.countersign.problem.NotFound;

/** The messages that were seen. */
@RestController
@RetainJavadoc
@RequestMapping("/api/v1/messages")
class MessageController {

	private static final int PAGE = 100;

	private static final String STATES = Arrays.stream(MessageState.values())
		.map(MessageState::word)
		.distinct()
		.collect(Collectors.joining(", "));

	private final LedgerView ledger;

	private final MessageRepository messages;

	private final Documents documents;

	MessageController(LedgerView ledger, MessageRepository messages, Documents documents) {
		this.ledger = ledger;
		this.messages = messages;
		this.documents = documents;
	}

	/**
	 * Lists every message seen, each with its one state and the reason for it.
	 * @param mailbox only those seen in it, by its mail address
	 * @param internetMessageId only those with this Message-ID
	 * @param state new, inCase, ignored, quarantined or retrying
	 */
	@GetMapping
	Page list(@RequestParam Optional<String> mailbox, @RequestParam Optional<String> internetMessageId,
			@RequestParam Optional<String> state, @RequestParam Optional<String> cursor) {
		var seen = this.ledger.list(new Question(mailbox.map(MessageController::address), internetMessageId,
				state.map(MessageController::state), cursor.map(MessageController::place).orElse(0L), PAGE + 1));
		return (seen.size() <= PAGE) ? new Page(seen, null)
				: new Page(seen.subList(0, PAGE), cursor(seen.get(PAGE - 1).position()));
	}

	/**
	 * Gives the exact bytes of a message, as a download whatever they are. A mail is
	 * message/rfc822, a chat application/json.
	 * @param id of a message whose content is kept
	 * @throws NotFound when there is no such message, or its content is forgotten
	 * @throws Conflict while a virus scanner is set and has not cleared the message and
	 * all its files
	 */
	@GetMapping("/{id}/original")
	ResponseEntity<Resource> original(@PathVariable String id) {
		var document = this.messages.raw(new MessageId(id))
			.flatMap(this.documents::find)
			.orElseThrow(() -> new NotFound("message with its bytes kept", id));
		this.documents.requireCleared(document.id());
		var chat = this.messages.isChat(new MessageId(id));
		return ResponseEntity.ok()
			.contentType(chat ? MediaType.APPLICATION_JSON : MediaType.parseMediaType("message/rfc822"))
			.contentLength(document.size())
			.cacheControl(CacheControl.noStore().cachePrivate())
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename(id + (chat ? ".json" : ".eml")).build().toString())
			.header("X-Content-Type-Options", "nosniff")
			.body(new InputStreamResource(() -> this.documents.open(document.id(), 0)));
	}

	private static EmailAddress address(String mailbox) {
		return EmailAddress.parse(mailbox)
			.orElseThrow(() -> new InvalidField("mailbox", "A mailbox is a plain mail address."));
	}

	private static String state(String word) {
		if (Arrays.stream(MessageState.values()).noneMatch((state) -> state.word().equals(word))) {
			throw new InvalidField("state", "A state is one of %s.".formatted(STATES));
		}
		return word;
	}

	private static long place(String cursor) {
		try {
			return Long.parseLong(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII));
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidField("cursor", "A cursor is the value of next in an answer, unchanged.");
		}
	}

	private static String cursor(long position) {
		return Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString(Long.toString(position).getBytes(StandardCharsets.US_ASCII));
	}

	/**
	 * A page of messages.
	 *
	 * @param items in the order they were first seen
	 * @param next the cursor to ask for the following page with; null on the last
	 */
	@Schema(name = "MessagePage")
	record Page(List<Seen> items, @Nullable String next) {
	}

}
