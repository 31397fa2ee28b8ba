package io.countersign.sandbox.tenant;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * The delta of one folder: opaque tokens that carry the first request, and may expire.
 */
final class Delta {

	private static final int PAGE = 10;

	private final Supplier<URI> tenant;

	private final AtomicInteger generation = new AtomicInteger();

	Delta(Supplier<URI> tenant) {
		this.tenant = tenant;
	}

	/** Every token given out so far is worth nothing any more. */
	void expire() {
		this.generation.incrementAndGet();
	}

	Answer page(Call call, Mailbox mailbox, String folder) {
		var text = call.parameter("$skiptoken").isEmpty() ? call.parameter("$deltatoken")
				: call.parameter("$skiptoken");
		var token = text.isEmpty() ? Optional.of(Token.first(call, this.generation.get())) : Token.parse(text);
		if (token.isEmpty() || token.get().generation() != this.generation.get()) {
			return Answer
				.error(410, "SyncStateNotFound", "The sync state generation is not found; continue with a full sync.")
				.with("Location", link(mailbox, folder, "$deltatoken="));
		}
		return page(call, mailbox, folder, token.get());
	}

	private Answer page(Call call, Mailbox mailbox, String folder, Token token) {
		var size = call.pageSize(PAGE);
		var changes = mailbox.after(folder, token.after(), size);
		var shape = Shape.of(token.select(), token.expand(), call.immutableIds(),
				call.preferences().contains("body-content-type=\"text\""));
		var rows = new ArrayList<Map<String, Object>>();
		for (var change : changes) {
			if (!change.removed()) {
				rows.add(shape.json(mailbox, change.item()));
			}
			else if (token.after() > 0) {
				rows.add(shape.removed(change.item()));
			}
		}
		var json = new LinkedHashMap<String, Object>();
		json.put("@odata.context", "https://graph.microsoft.com/v1.0/$metadata#Collection(message)");
		var full = changes.size() == size;
		var next = token.at(changes.isEmpty() ? token.after() : changes.getLast().number());
		json.put(full ? "@odata.nextLink" : "@odata.deltaLink",
				link(mailbox, folder, (full ? "$skiptoken=" : "$deltatoken=") + next));
		json.put("value", rows);
		return Answer.json(200, json);
	}

	private String link(Mailbox mailbox, String folder, String query) {
		return "%s/v1.0/users('%s')/mailFolders('%s')/messages/delta?%s".formatted(this.tenant.get(),
				mailbox.owner.id(), folder, query);
	}

	/** Where a round stands, with the request it began with. */
	private record Token(int generation, long after, String select, String expand) {

		static Token first(Call call, int generation) {
			return new Token(generation, 0, call.parameter("$select"), call.parameter("$expand"));
		}

		static Optional<Token> parse(String text) {
			try {
				var words = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\\|", -1);
				return Optional.of(new Token(Integer.parseInt(words[0]), Long.parseLong(words[1]), words[2], words[3]));
			}
			catch (RuntimeException ex) {
				return Optional.empty();
			}
		}

		Token at(long number) {
			return new Token(this.generation, number, this.select, this.expand);
		}

		@Override
		public String toString() {
			var text = "%d|%d|%s|%s".formatted(this.generation, this.after, this.select, this.expand);
			return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
		}

	}

}
