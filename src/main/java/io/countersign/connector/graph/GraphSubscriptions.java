package io.countersign.connector.graph;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import com.microsoft.graph.models.Subscription;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import io.countersign.connector.ConnectorException;
import io.countersign.connector.Watch;
import io.countersign.connector.Watches;
import io.countersign.identity.EmailAddress;
import io.countersign.intake.Folder;
import io.countersign.work.Claim;
import io.countersign.work.DueRows;
import io.countersign.work.DueTable;
import io.countersign.work.Work;

import org.springframework.stereotype.Component;

/**
 * Keeps a change subscription for each watch: made anew when there is none, renewed at
 * half of its life. Without one the watch is still read, only later.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/resources/subscription">Graph
 * subscription</a>
 */
@ThroughGraph
@Component
class GraphSubscriptions implements Work {

	private static final Duration HANDSHAKE = Duration.ofMinutes(2);

	private static final Duration LONGEST_FOR_CHATS = Duration.ofDays(3).minusMinutes(5);

	private static final Duration ASK_AGAIN = Duration.ofMinutes(15);

	private static final int STATE_BYTES = 32;

	private final SecureRandom random = new SecureRandom();

	private final SubscriptionRepository repository;

	private final Watches watches;

	private final GraphServiceClient client;

	private final GraphCalls calls;

	private final GraphProperties properties;

	private final Clock clock;

	private final DueTable table;

	GraphSubscriptions(SubscriptionRepository repository, Watches watches, GraphServiceClient client, GraphCalls calls,
			GraphProperties properties, Clock clock, DueRows due) {
		this.repository = repository;
		this.watches = watches;
		this.client = client;
		this.calls = calls;
		this.properties = properties;
		this.clock = clock;
		this.table = due.table("subscription");
	}

	@Override
	public void work(Claim claim) {
		var watch = this.watches.find(claim.id());
		if (watch.isEmpty()) {
			return;
		}
		try {
			keep(claim, watch.get());
		}
		catch (ConnectorException.Refused | ConnectorException.Gone ex) {
			this.table.postpone(claim, ASK_AGAIN, String.valueOf(ex.getMessage()));
		}
	}

	/** Never called: a subscription is kept for as long as its watch. */
	@Override
	public void giveUp(Claim claim, String reason) {
		this.table.postpone(claim, ASK_AGAIN, reason);
	}

	private void keep(Claim claim, Watch watch) {
		var remote = this.repository.remoteId(claim);
		if (remote.isEmpty() || !renew(claim, watch, remote.get())) {
			create(claim, watch);
		}
	}

	private boolean renew(Claim claim, Watch watch, String remoteId) {
		var expires = expiry(watch);
		try {
			this.calls.make(watch.mailbox(), () -> {
				var change = new Subscription();
				change.setExpirationDateTime(OffsetDateTime.ofInstant(expires, ZoneOffset.UTC));
				return Objects.requireNonNull(this.client.subscriptions().bySubscriptionId(remoteId).patch(change));
			});
		}
		catch (ConnectorException.Gone ex) {
			return false;
		}
		this.repository.renewed(claim, expires);
		return true;
	}

	/** The handshake comes before the answer. What came meanwhile is read afterwards. */
	private void create(Claim claim, Watch watch) {
		this.repository.creating(claim, HANDSHAKE);
		var state = state();
		var expires = expiry(watch);
		var created = created(watch, state, expires);
		if (this.repository.created(claim, String.valueOf(created.getId()), hash(state), expires)) {
			this.watches.hint(List.of(watch.id()));
		}
		else {
			this.repository.drop(String.valueOf(created.getId()), watch.mailbox());
		}
	}

	/**
	 * Graph keeps one subscription for the same folder, and one whose making was never
	 * answered, or whose watch was taken away meanwhile, would be in the way for days.
	 */
	private Subscription created(Watch watch, String state, Instant expires) {
		try {
			return post(watch, state, expires);
		}
		catch (ConnectorException.Refused ex) {
			if (!removeForgotten(watch)) {
				throw ex;
			}
			return post(watch, state, expires);
		}
	}

	private Subscription post(Watch watch, String state, Instant expires) {
		return this.calls.make(watch.mailbox(),
				() -> Objects.requireNonNull(this.client.subscriptions().post(wanted(watch, state, expires))));
	}

	private boolean removeForgotten(Watch watch) {
		var forgotten = existing(watch.mailbox()).stream()
			.filter((one) -> resource(watch).equalsIgnoreCase(one.getResource())
					&& notifying("/notify").equals(one.getNotificationUrl()))
			.map((one) -> String.valueOf(one.getId()))
			.toList();
		forgotten.forEach((id) -> this.calls.make(watch.mailbox(), () -> {
			this.client.subscriptions().bySubscriptionId(id).delete();
			return id;
		}));
		return !forgotten.isEmpty();
	}

	/** All of ours; a page holds those of fifty mailboxes. */
	private List<Subscription> existing(EmailAddress mailbox) {
		var all = new ArrayList<Subscription>();
		var subscriptions = this.client.subscriptions();
		var page = this.calls.make(mailbox, () -> Objects.requireNonNull(subscriptions.get()));
		while (true) {
			Optional.ofNullable(page.getValue()).ifPresent(all::addAll);
			var next = page.getOdataNextLink();
			if (next == null) {
				return all;
			}
			page = this.calls.make(mailbox, () -> Objects.requireNonNull(subscriptions.withUrl(next).get()));
		}
	}

	private Subscription wanted(Watch watch, String state, Instant expires) {
		var subscription = new Subscription();
		subscription.setChangeType((watch.folder() == Folder.CHATS) ? "created,updated,deleted" : "created");
		subscription.setResource(resource(watch));
		subscription.setNotificationUrl(notifying("/notify"));
		subscription.setLifecycleNotificationUrl(notifying("/life"));
		subscription.setExpirationDateTime(OffsetDateTime.ofInstant(expires, ZoneOffset.UTC));
		subscription.setClientState(state);
		subscription.setLatestSupportedTlsVersion("v1_2");
		return subscription;
	}

	private static String resource(Watch watch) {
		return (watch.folder() == Folder.CHATS) ? "/users/%s/chats/getAllMessages".formatted(watch.mailbox())
				: "/users/%s/mailFolders('%s')/messages".formatted(watch.mailbox(), watch.folder().word());
	}

	private String notifying(String path) {
		return String.valueOf(this.properties.notificationUrl()).replaceAll("/$", "") + "/graph" + path;
	}

	/** Graph takes no fraction of a second, and of chats no more than three days. */
	private Instant expiry(Watch watch) {
		var wanted = this.properties.subscriptionLife();
		var life = (watch.folder() == Folder.CHATS && wanted.compareTo(LONGEST_FOR_CHATS) > 0) ? LONGEST_FOR_CHATS
				: wanted;
		return this.clock.instant().plus(life).truncatedTo(ChronoUnit.SECONDS);
	}

	private String state() {
		var bytes = new byte[STATE_BYTES];
		this.random.nextBytes(bytes);
		return HexFormat.of().formatHex(bytes);
	}

	static byte[] hash(String state) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(state.getBytes(StandardCharsets.UTF_8));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
