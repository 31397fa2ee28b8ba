package io.countersign.connector.graph;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.microsoft.graph.models.odataerrors.ODataError;
import com.microsoft.kiota.serialization.Parsable;
import com.microsoft.kiota.serialization.ParsableFactory;

/**
 * An answer of Graph that is no success, whatever its form.
 *
 * @see <a href="https://learn.microsoft.com/graph/errors">Graph errors</a>
 */
final class GraphFault extends IOException {

	/**
	 * How the SDK reads an answer without success; "XXX" is its key for any such status.
	 */
	static final HashMap<String, ParsableFactory<? extends Parsable>> ANSWERS = new HashMap<>(
			Map.of("XXX", ODataError::createFromDiscriminatorValue));

	private static final Set<String> STATE_LOST = Set.of("syncstatenotfound", "resyncrequired", "syncstateinvalid");

	/** Graph's words for a mailbox that is not there, or not there for us. */
	private static final Set<String> NO_MAILBOX = Set.of("mailboxnotenabledforrestapi", "mailboxnotsupportedforrestapi",
			"request_resourcenotfound");

	/** What is wrong with the very thing that was sent; everything else may heal. */
	private static final Set<Integer> CONTENT = Set.of(400, 413, 422);

	private final int status;

	private final String code;

	private final Optional<Duration> retryAfter;

	/**
	 * @param code Graph's word for it; empty when the answer has none
	 */
	GraphFault(int status, String code, String message, Optional<Duration> retryAfter) {
		super("Microsoft Graph answered %d %s: %s".formatted(status, code, message).replace("\0", ""));
		this.status = status;
		this.code = code.toLowerCase(Locale.ROOT);
		this.retryAfter = retryAfter;
	}

	int status() {
		return this.status;
	}

	Optional<Duration> retryAfter() {
		return this.retryAfter;
	}

	/**
	 * It wants to be asked again, and has done nothing. A gateway that did not wait for
	 * the end (504) cannot know that, whatever pause it names.
	 */
	boolean isThrottling() {
		return this.status == 429 || this.status == 503 && this.retryAfter.isPresent();
	}

	/** The place in a folder is forgotten there. */
	boolean isStateLost() {
		return this.status == 410 || STATE_LOST.contains(this.code);
	}

	/** Not what was named in the mailbox is missing, but the mailbox. */
	boolean isWithoutMailbox() {
		return this.status == 404 && NO_MAILBOX.contains(this.code);
	}

	/** The same call will not succeed by being repeated. */
	boolean isFinal() {
		return this.status >= 400 && this.status < 500 && this.status != 408 && this.status != 429;
	}

	/** It will never succeed, whatever somebody changes there. */
	boolean isForContent() {
		return CONTENT.contains(this.status);
	}

}
