package io.countersign.connector.graph;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.countersign.connector.Watches;
import io.countersign.work.DueRows;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.stereotype.Controller;

/**
 * Hears Graph's hints. A hint makes a watch due and says nothing else; one that names no
 * subscription of ours, or not its secret, is dropped, and answered like any other.
 *
 * @see <a href=
 * "https://learn.microsoft.com/graph/change-notifications-delivery-webhooks"> Change
 * notifications</a>
 */
@ThroughGraph
@Controller
@ResponseBody
class GraphNotifications {

	private static final Logger log = LoggerFactory.getLogger(GraphNotifications.class);

	private static final int LONGEST_TOKEN = 2048;

	private static final int MOST = 1000;

	private static final int LONGEST_BODY = 1 << 20;

	/**
	 * A hint is answered within a second (WH-1), also while the database is away, for
	 * which everything else may wait longer. What is stored after that does no harm:
	 * Graph sends it again.
	 */
	private static final Duration PATIENCE = Duration.ofMillis(500);

	private final JsonMapper json = new JsonMapper();

	private final SubscriptionRepository repository;

	private final Watches watches;

	private final ForgedHints forged;

	private final DueRows due;

	private final Gathering<Notification> gathering = new Gathering<>((all) -> take(ours(all)), PATIENCE);

	GraphNotifications(SubscriptionRepository repository, Watches watches, ForgedHints forged, DueRows due) {
		this.forged = forged;
		this.repository = repository;
		this.watches = watches;
		this.due = due;
	}

	/** The handshake (WH-4): only while we are creating a subscription. */
	@PostMapping(path = { "/graph/notify", "/graph/life" }, params = "validationToken")
	ResponseEntity<String> shakeHands(@RequestParam String validationToken) {
		if (validationToken.length() > LONGEST_TOKEN || !this.repository.isCreating()) {
			return ResponseEntity.notFound().build();
		}
		return ResponseEntity.ok()
			.contentType(MediaType.TEXT_PLAIN)
			.header("X-Content-Type-Options", "nosniff")
			.body(validationToken);
	}

	/** Anybody may call here, so no more is read than Graph ever sends (WH-5). */
	@PostMapping(path = { "/graph/notify", "/graph/life" }, consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<Void> hear(InputStream body) throws IOException {
		var bytes = body.readNBytes(LONGEST_BODY + 1);
		if (bytes.length > LONGEST_BODY) {
			return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build();
		}
		try {
			return hear(this.json.readValue(bytes, Notifications.class).items());
		}
		catch (JacksonException ex) {
			return ResponseEntity.badRequest().build();
		}
	}

	private ResponseEntity<Void> hear(List<Notification> notifications) {
		if (notifications.size() > MOST) {
			return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build();
		}
		try {
			if (this.gathering.take(notifications)) {
				return ResponseEntity.accepted().build();
			}
			log.warn("A notification waited too long to be stored; Graph sends it again");
		}
		catch (DataAccessException | TransactionException ex) {
			log.atWarn()
				.addKeyValue("reason", ex.getMessage())
				.log("A notification could not be stored; Graph sends it again");
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).build();
	}

	private void take(List<Hint> hints) {
		var changed = new ArrayList<String>();
		var missed = new ArrayList<String>();
		var dropped = new ArrayList<String>();
		var worried = new ArrayList<String>();
		for (var hint : hints) {
			switch (hint.lifecycleEvent()) {
				case "" -> changed.add(hint.watch());
				case "missed" -> missed.add(hint.watch());
				case "subscriptionRemoved" -> dropped.add(hint.watch());
				default -> worried.add(hint.watch());
			}
		}
		missed.addAll(dropped);
		if (!missed.isEmpty()) {
			this.watches.compare(missed);
		}
		if (!changed.isEmpty()) {
			this.watches.hint(changed);
		}
		if (!dropped.isEmpty() || !worried.isEmpty()) {
			this.repository.due(dropped, true);
			this.repository.due(worried, false);
			this.due.wake("subscription");
		}
	}

	private List<Hint> ours(List<Notification> notifications) {
		var known = this.repository.find(notifications.stream().map(Notification::id).distinct().toList())
			.stream()
			.collect(Collectors.toMap(SubscriptionRepository.Known::remoteId, Function.identity()));
		var ours = new ArrayList<Hint>();
		for (var notification : notifications) {
			var subscription = known.get(notification.id());
			if (subscription != null && isFrom(subscription, notification)) {
				ours.add(new Hint(subscription.watch(), notification.event()));
			}
			else {
				this.forged.drop();
			}
		}
		return ours;
	}

	/** Compared in constant time (WH-2). */
	private static boolean isFrom(SubscriptionRepository.Known subscription, Notification notification) {
		var state = notification.clientState();
		return state != null && MessageDigest.isEqual(subscription.stateHash(), GraphSubscriptions.hash(state));
	}

	private record Hint(String watch, String lifecycleEvent) {
	}

	/** What Graph posts. Everything else in it is only a hint, and not read. */
	@JsonIgnoreProperties(ignoreUnknown = true)
	record Notifications(@Nullable List<@Nullable Notification> value) {

		List<Notification> items() {
			return (this.value != null) ? this.value.stream().filter(Objects::nonNull).toList() : List.of();
		}

	}

	@JsonIgnoreProperties(ignoreUnknown = true)
	record Notification(@Nullable String subscriptionId, @Nullable String clientState,
			@Nullable String lifecycleEvent) {

		String id() {
			return (this.subscriptionId != null) ? this.subscriptionId : "";
		}

		String event() {
			return (this.lifecycleEvent != null) ? this.lifecycleEvent : "";
		}

	}

}
