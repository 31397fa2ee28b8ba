package io.countersign.connector.graph;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;

import com.microsoft.kiota.ApiException;
import io.countersign.connector.ConnectorException;
import io.countersign.identity.EmailAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/** Makes calls concerning one mailbox, and says in our words what became of each. */
@ThroughGraph
@Component
class GraphCalls {

	private static final Logger log = LoggerFactory.getLogger(GraphCalls.class);

	private static final Duration PAUSE = Duration.ofSeconds(10);

	private static final int UNAUTHORIZED = 401;

	/** A licence or a move takes its time; what is in the mailbox is not gone by that. */
	private static final Duration NEXT_MAILBOX = Duration.ofMinutes(15);

	/** Nothing was done, and another token may be accepted. */
	private static final Duration NEXT_TOKEN = Duration.ofMinutes(1);

	private final MailboxRests rests;

	GraphCalls(MailboxRests rests) {
		this.rests = rests;
	}

	/**
	 * @throws ConnectorException when the call did not succeed, or nobody knows
	 * @throws StateLost when Graph has forgotten the place in the folder
	 */
	<T> T make(EmailAddress mailbox, Callable<T> call) {
		this.rests.check(mailbox);
		try {
			var answer = call.call();
			this.rests.succeeded(mailbox);
			return answer;
		}
		catch (Exception ex) {
			throw said(mailbox, ex);
		}
	}

	/** A call that concerns no mailbox, and asks only. */
	<T> T make(Callable<T> call) {
		try {
			return call.call();
		}
		catch (Exception ex) {
			throw fault(ex).<RuntimeException>map((fault) -> (fault.isThrottling() || fault.retryAfter().isPresent())
					? new ConnectorException.Busy(String.valueOf(fault.getMessage()), fault.retryAfter().orElse(PAUSE))
					: said(fault))
				.orElseGet(() -> unanswered(ex));
		}
	}

	private RuntimeException said(EmailAddress mailbox, Exception failure) {
		var fault = fault(failure);
		if (fault.filter(GraphFault::isThrottling).isPresent()) {
			var pause = this.rests.throttled(mailbox, fault.get());
			log.atInfo()
				.addKeyValue("status", fault.get().status())
				.addKeyValue("pause", pause)
				.log("Graph asks to wait");
			return new ConnectorException.Busy(String.valueOf(fault.get().getMessage()), pause);
		}
		if (fault.filter(GraphFault::isWithoutMailbox).isPresent()) {
			return new ConnectorException.Busy(String.valueOf(fault.get().getMessage()), NEXT_MAILBOX);
		}
		var said = fault.map(GraphCalls::said).orElseGet(() -> unanswered(failure));
		if (said instanceof ConnectorException.Doubtful) {
			fault.filter((one) -> one.retryAfter().isPresent())
				.ifPresentOrElse((one) -> this.rests.throttled(mailbox, one), () -> this.rests.failed(mailbox));
		}
		return said;
	}

	private static RuntimeException said(GraphFault fault) {
		var sentence = String.valueOf(fault.getMessage());
		if (fault.status() == UNAUTHORIZED) {
			return new ConnectorException.Busy(sentence, NEXT_TOKEN);
		}
		if (fault.isStateLost()) {
			return new StateLost(sentence);
		}
		if (fault.status() == 404) {
			return new ConnectorException.Gone(sentence);
		}
		if (fault.isFinal()) {
			return fault.isForContent() ? new ConnectorException.Refused(sentence)
					: new ConnectorException.Barred(sentence);
		}
		return new ConnectorException.Doubtful(sentence);
	}

	/** No answer, or one that could not be understood: it may have been done. */
	private static RuntimeException unanswered(Exception failure) {
		if (failure instanceof ApiException refused && refused.getResponseStatusCode() == UNAUTHORIZED) {
			return new ConnectorException.Busy("Microsoft Graph does not accept our token.", NEXT_TOKEN);
		}
		return new ConnectorException.Doubtful("Microsoft Graph gave no answer (%s).".formatted(root(failure)),
				failure);
	}

	private static Optional<GraphFault> fault(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof GraphFault fault) {
				return Optional.of(fault);
			}
		}
		return Optional.empty();
	}

	private static String root(Throwable failure) {
		var cause = failure;
		while (cause.getCause() != null) {
			cause = cause.getCause();
		}
		return cause.getClass().getSimpleName();
	}

}
