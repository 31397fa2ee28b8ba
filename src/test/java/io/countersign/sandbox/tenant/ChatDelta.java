package io.countersign.sandbox.tenant;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import tools.jackson.databind.JsonNode;

/** The delta of all chats of a person: every message as it is now, when it changed. */
final class ChatDelta {

	private static final int MONTHS_BACK = 8;

	/** A page that finds nothing among so many changes is empty and has a next one. */
	private static final int LOOKED_AT = 500;

	private static final Set<String> UNDERSTOOD = Set.of("$top", "$filter", "$skiptoken", "$deltatoken", "model");

	private final Chats chats;

	private final SyncStates states;

	private final Supplier<URI> tenant;

	private final Habits habits;

	private final Clock clock;

	ChatDelta(Chats chats, SyncStates states, Supplier<URI> tenant, Habits habits, Clock clock) {
		this.chats = chats;
		this.states = states;
		this.tenant = tenant;
		this.habits = habits;
		this.clock = clock;
	}

	Answer page(Call call, Employee person) {
		if (!UNDERSTOOD.containsAll(call.query().keySet())) {
			return ChatQuery.refused("A delta query over chats takes only " + UNDERSTOOD);
		}
		var text = call.parameter("$skiptoken") + call.parameter("$deltatoken");
		if (!text.isEmpty()) {
			return ChatDeltaToken.parse(text)
				.filter((token) -> token.generation() == this.states.generation())
				.map((token) -> page(call, person, token))
				.orElseGet(() -> this.states.lost(call));
		}
		var since = ChatQuery.deltaFilter(call);
		var earliest = this.clock.instant().atOffset(ZoneOffset.UTC).minusMonths(MONTHS_BACK).toInstant();
		return page(call, person, new ChatDeltaToken(this.states.generation(), 0, ChatQuery.top(call),
				(since.isAfter(earliest) ? since : earliest).toEpochMilli()));
	}

	private Answer page(Call call, Employee person, ChatDeltaToken token) {
		var since = Instant.ofEpochMilli(token.since());
		var window = this.chats.changes(token.position(), LOOKED_AT);
		var rows = new ArrayList<JsonNode>();
		var seen = 0;
		while (seen < window.size() && rows.size() < token.top()) {
			var change = window.get(seen);
			if (this.chats.isLatest(token.position() + seen) && change.chat().has(person)
					&& change.now().modified().isAfter(since)) {
				rows.add(change.now().seenBy(call));
			}
			seen++;
		}
		if (rows.size() < token.top() && seen < LOOKED_AT) {
			return answer(person, rows, "@odata.deltaLink", "$deltatoken=" + token.at(token.position() + seen));
		}
		var again = (this.habits.replays && rows.size() > 4) ? seen - 1 : seen;
		return answer(person, rows, "@odata.nextLink", "$skiptoken=" + token.at(token.position() + again));
	}

	private Answer answer(Employee person, List<JsonNode> rows, String link, String query) {
		var json = new LinkedHashMap<String, Object>();
		json.put("@odata.context", "https://graph.microsoft.com/v1.0/$metadata#Collection(chatMessage)");
		json.put(link, "%s/v1.0/users('%s')/chats/getAllMessages/delta?%s".formatted(this.tenant.get(),
				Call.encoded(person.id()), query));
		json.put("value", rows);
		return Answer.json(200, json);
	}

}
