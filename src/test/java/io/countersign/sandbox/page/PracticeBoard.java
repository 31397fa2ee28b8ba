package io.countersign.sandbox.page;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.countersign.scenario.ProductApi;
import tools.jackson.databind.JsonNode;

/**
 * The cases of which something is new, as the product's API tells them to anybody with a
 * token.
 */
public final class PracticeBoard {

	private static final int SHOWN = 6;

	/** So that whoever has just answered sees what became of it. */
	private static final Comparator<JsonNode> LAST_CHANGED_FIRST = Comparator
		.comparing((JsonNode one) -> one.path("changedAt").asString(""))
		.reversed();

	private final Optional<ProductApi> product;

	private final PracticeLog log = new PracticeLog();

	private PracticeBoard(Optional<ProductApi> product) {
		this.product = product;
	}

	public static PracticeBoard of(ProductApi product) {
		return new PracticeBoard(Optional.of(product));
	}

	/** For a tenant without a product. */
	public static PracticeBoard none() {
		return new PracticeBoard(Optional.empty());
	}

	/** Where the product's own board is. */
	public Optional<String> address() {
		return this.product.map((api) -> api.uri().toString());
	}

	/** Empty also while the product is away. */
	public List<Row> rows() {
		try {
			return this.product.stream()
				.flatMap((api) -> api.get("/cases")
					.path("items")
					.valueStream()
					.sorted(LAST_CHANGED_FIRST)
					.map((one) -> row(api, one)))
				.limit(SHOWN)
				.toList();
		}
		catch (AssertionError ex) {
			return List.of();
		}
	}

	/** The Message-IDs of the mails that ask this person and are not answered. */
	public Set<String> asking(String person) {
		try {
			return this.product.stream()
				.flatMap((api) -> api.get("/cases?state=WAITING&holder=" + person)
					.path("items")
					.valueStream()
					.limit(SHOWN)
					.flatMap((one) -> api.get("/cases/" + one.path("id").asString("")).path("asks").valueStream()))
				.filter((ask) -> ask.path("state").asString("").equalsIgnoreCase("open")
						&& ask.path("approver").path("address").asString("").equalsIgnoreCase(person))
				.map((ask) -> ask.path("internetMessageId").asString(""))
				.collect(Collectors.toSet());
		}
		catch (AssertionError ex) {
			return Set.of();
		}
	}

	/**
	 * What has happened lately, the newest first; empty also while the product is away.
	 */
	public List<PracticeLog.Line> log() {
		try {
			return this.product.map(this.log::lines).orElse(List.of());
		}
		catch (AssertionError ex) {
			return List.of();
		}
	}

	private static Row row(ProductApi product, JsonNode one) {
		var stand = one.path("outcome").isString() ? one.path("outcome") : one.path("state");
		return new Row(product.uri().resolve("/cases/" + one.path("id").asString("")).toString(),
				one.path("number").asString(""), one.path("title").asString(""),
				stand.asString("waiting").toLowerCase(Locale.ROOT), one.path("holder").path("displayName").asString(""),
				deadline(one.path("deadline")));
	}

	private static Optional<ZonedDateTime> deadline(JsonNode deadline) {
		return deadline.path("certain").asBoolean(false)
				? Optional.of(Instant.parse(deadline.path("at").asString("")).atZone(PracticeLog.ZONE))
				: Optional.empty();
	}

	/**
	 * A case on the small board.
	 *
	 * @param stand the outcome, or how far it is
	 * @param holder with whom it waits; empty for nobody
	 */
	public record Row(String link, String number, String title, String stand, String holder,
			Optional<ZonedDateTime> deadline) {

		/** How many working days ahead a deadline is called near. */
		private static final int SOON = 2;

		public boolean isWaiting() {
			return this.stand.equals("waiting");
		}

		/** Which of the design's deadline marks it has. */
		public String due() {
			return isWaiting() ? this.deadline.map(Row::due).orElse("none") : "done";
		}

		private static String due(ZonedDateTime deadline) {
			var now = ZonedDateTime.now(PracticeLog.ZONE);
			if (deadline.isBefore(now)) {
				return "over";
			}
			var days = now.toLocalDate()
				.datesUntil(deadline.toLocalDate().plusDays(1))
				.skip(1)
				.filter((day) -> day.getDayOfWeek().getValue() <= 5)
				.count();
			return now.toLocalDate().equals(deadline.toLocalDate()) ? "today" : (days <= SOON) ? "soon" : "later";
		}

	}

}
