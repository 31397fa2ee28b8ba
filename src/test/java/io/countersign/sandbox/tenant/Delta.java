package io.countersign.sandbox.tenant;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

import io.countersign.sandbox.tenant.Folder.Change;
import io.countersign.sandbox.tenant.Folder.Kind;

/**
 * The delta of one folder: opaque tokens that carry the first request, and may expire.
 */
final class Delta {

	private static final int PAGE = 10;

	/** A page that finds nothing among so many changes is empty and has a next one. */
	private static final int LOOKED_AT = 500;

	private static final int MOST_FILTERED = 5000;

	private static final Set<String> UNDERSTOOD = Set.of("$select", "$top", "$expand", "$filter", "$orderby",
			"changetype", "$skiptoken", "$deltatoken");

	private final SyncStates states;

	private final Supplier<URI> tenant;

	private final Habits habits;

	Delta(SyncStates states, Supplier<URI> tenant, Habits habits) {
		this.states = states;
		this.tenant = tenant;
		this.habits = habits;
	}

	Answer page(Call call, Mailbox mailbox, Folder folder) {
		if (!UNDERSTOOD.containsAll(call.query().keySet())) {
			return refused("A delta query takes no " + call.query().keySet());
		}
		var text = call.parameter("$skiptoken") + call.parameter("$deltatoken");
		if (!text.isEmpty()) {
			return DeltaToken.parse(text)
				.filter((token) -> token.generation() == this.states.generation())
				.map((token) -> page(call, mailbox, folder, token))
				.orElseGet(() -> this.states.lost(call));
		}
		if (!call.parameter("$orderby").isEmpty()
				&& !call.parameter("$orderby").equalsIgnoreCase("receivedDateTime desc")) {
			return refused("A delta query can only be ordered by receivedDateTime desc.");
		}
		var since = call.parameter("$filter");
		if (!since.isEmpty() && !since.matches("receivedDateTime g[te] \\S+")) {
			return refused("A delta query can only be filtered by receivedDateTime ge or gt.");
		}
		return page(call, mailbox, folder, DeltaToken.first(call, this.states.generation()));
	}

	private Answer page(Call call, Mailbox mailbox, Folder folder, DeltaToken token) {
		if (token.pausing()) {
			return answer(call, List.of(), "@odata.nextLink", "$skiptoken=" + token.resumed());
		}
		var size = token.size(call.pageSize(PAGE));
		var window = mailbox.changes(folder, token.position(), LOOKED_AT);
		var wanted = wanted(token);
		var shape = Shape.of(token.select(), token.expand(), call);
		var rows = new ArrayList<Map<String, Object>>();
		var seen = 0;
		while (seen < window.size() && rows.size() < size) {
			var change = window.get(seen);
			if (mailbox.isLatest(folder, token.position() + seen) && wanted.test(change)) {
				rows.add(row(shape, mailbox, change, token, call));
			}
			seen++;
		}
		var full = rows.size() == size || seen == LOOKED_AT;
		if (!full || token.isOver(rows.size(), MOST_FILTERED)) {
			return answer(call, rows, "@odata.deltaLink", "$deltatoken=" + token.ended(token.position() + seen));
		}
		var again = (this.habits.replays && rows.size() > 4) ? seen - 1 : seen;
		return answer(call, rows, "@odata.nextLink",
				"$skiptoken=" + token.after(token.position() + again, rows.size()));
	}

	private static Predicate<Change> wanted(DeltaToken token) {
		var types = token.changeType();
		var received = Filter.parse(token.filter());
		return (change) -> switch (change.kind()) {
			case CREATED, RETURNED -> received.test(change.item()) && (types.isEmpty() || types.contains("created"));
			case UPDATED ->
				token.isInitial() ? received.test(change.item()) : types.isEmpty() || types.contains("updated");
			case DELETED -> !token.isInitial() && (types.isEmpty() || types.contains("deleted"));
		};
	}

	private static Map<String, Object> row(Shape shape, Mailbox mailbox, Change change, DeltaToken token, Call call) {
		var hole = change.kind() == Kind.RETURNED && call.immutableIds() && !token.isInitial();
		if (change.kind() == Kind.DELETED || hole) {
			return shape.removed(change);
		}
		return (change.kind() == Kind.UPDATED && !token.isInitial()) ? shape.changed(change.item())
				: shape.row(mailbox, change.item());
	}

	private Answer answer(Call call, List<Map<String, Object>> rows, String link, String query) {
		var json = new LinkedHashMap<String, Object>();
		json.put("@odata.context", "https://graph.microsoft.com/v1.0/$metadata#Collection(message)");
		json.put(link, link(call, query));
		json.put("value", rows);
		return Answer.json(200, json);
	}

	private String link(Call call, String query) {
		return "%s/v1.0/users('%s')/mailFolders('%s')/messages/delta?%s".formatted(this.tenant.get(),
				Call.encoded(call.path().get(1)), Call.encoded(call.path().get(3)), query);
	}

	private static Answer refused(String message) {
		return Answer.error(400, "ErrorInvalidUrlQuery", message);
	}

}
