package io.countersign.connector.graph;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import com.microsoft.graph.models.User;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.graph.users.delta.DeltaGetResponse;
import io.countersign.connector.ConnectorException;
import io.countersign.identity.EmailAddress;
import io.countersign.identity.People;
import io.countersign.work.Claim;
import io.countersign.work.DueRows;
import io.countersign.work.DueTable;
import io.countersign.work.Work;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Learns from the organisation's directory who its people are. What an admin says of a
 * person counts more; whoever leaves the directory stays known, for his decisions stay,
 * but is nobody to ask or to write to any more. An account that is only disabled may be a
 * mailbox that several share.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/user-delta">user: delta</a>
 */
@ThroughGraph
@Component
class GraphDirectory implements Work {

	private static final String[] FACTS = { "id", "displayName", "mail", "userPrincipalName", "jobTitle", "department",
			"userType", "accountEnabled" };

	private static final String REMOVED = "@removed";

	private static final Duration LEASE = Duration.ofMinutes(5);

	private static final Duration ASK_AGAIN = Duration.ofMinutes(15);

	private final JdbcClient database;

	private final GraphServiceClient client;

	private final GraphCalls calls;

	private final People people;

	private final GraphProperties properties;

	private final DueTable table;

	GraphDirectory(JdbcClient database, GraphServiceClient client, GraphCalls calls, People people,
			GraphProperties properties, DueRows due) {
		this.database = database;
		this.client = client;
		this.calls = calls;
		this.people = people;
		this.properties = properties;
		this.table = due.table("directory");
	}

	@Override
	public void work(Claim claim) {
		try {
			read(claim, place(claim).orElse(null));
		}
		catch (StateLost ex) {
			read(claim, null);
		}
		catch (ConnectorException.Refused | ConnectorException.Gone ex) {
			this.table.postpone(claim, ASK_AGAIN, String.valueOf(ex.getMessage()));
		}
	}

	/** Never called: the directory is read for ever. */
	@Override
	public void giveUp(Claim claim, String reason) {
		this.table.postpone(claim, ASK_AGAIN, reason);
	}

	/** Only a walk from the beginning shows who has left while nobody looked. */
	private void read(Claim claim, @Nullable String from) {
		var present = new HashSet<String>();
		var page = page(from);
		while (true) {
			Optional.ofNullable(page.getValue()).orElseGet(List::of).forEach((user) -> learn(user, present));
			var next = page.getOdataNextLink();
			if (next == null) {
				break;
			}
			if (!this.table.keep(claim, LEASE)) {
				return;
			}
			page = page(next);
		}
		if (from == null && !present.isEmpty()) {
			this.people.onlyIn(present);
		}
		write(claim, page.getOdataDeltaLink());
		this.table.again(claim, this.properties.directoryEvery());
	}

	private DeltaGetResponse page(@Nullable String link) {
		var delta = this.client.users().delta();
		return this.calls.make(() -> Objects.requireNonNull((link != null) ? delta.withUrl(link).get()
				: delta.get((request) -> Objects.requireNonNull(request.queryParameters).select = FACTS)));
	}

	/** A row of a later round may hold no more than what has changed. */
	private void learn(User user, Set<String> present) {
		var id = user.getId();
		if (id != null && user.getAdditionalData().containsKey(REMOVED)) {
			present.remove(id);
			this.people.left(id);
			return;
		}
		if (id != null) {
			present.add(id);
		}
		var name = user.getDisplayName();
		var address = Stream.of(user.getMail(), user.getUserPrincipalName())
			.filter(Objects::nonNull)
			.flatMap((written) -> EmailAddress.parse(String.valueOf(written)).stream())
			.findFirst();
		if (id != null && name != null && address.isPresent()) {
			this.people.fromDirectory(address.get(), name, user.getJobTitle(), user.getDepartment(), id,
					user.getUserType());
		}
		if (id != null && user.getAccountEnabled() != null) {
			this.people.enabled(id, user.getAccountEnabled());
		}
	}

	private Optional<String> place(Claim claim) {
		return this.database.sql("select bookmark from directory where id = :id and bookmark is not null")
			.param("id", claim.id())
			.query((row, _) -> row.getString("bookmark"))
			.optional();
	}

	private void write(Claim claim, @Nullable String place) {
		this.database.sql("update directory set bookmark = :place where id = :id and attempts = :attempts")
			.param("place", place)
			.param("id", claim.id())
			.param("attempts", claim.attempts())
			.update();
	}

}
