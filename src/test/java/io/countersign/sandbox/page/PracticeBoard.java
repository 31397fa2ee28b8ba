package io.countersign.sandbox.page;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.countersign.scenario.ProductApi;
import tools.jackson.databind.JsonNode;

/** The newest cases, as the product's API tells them to anybody with a token. */
public final class PracticeBoard {

	private static final int SHOWN = 6;

	private final Optional<ProductApi> product;

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
				.flatMap((api) -> api.get("/cases").path("items").valueStream().map((one) -> row(api, one)))
				.limit(SHOWN)
				.toList();
		}
		catch (AssertionError ex) {
			return List.of();
		}
	}

	private static Row row(ProductApi product, JsonNode one) {
		var stand = one.path("outcome").isString() ? one.path("outcome") : one.path("state");
		return new Row(product.uri().resolve("/cases/" + one.path("id").asString("")).toString(),
				one.path("number").asString(""), one.path("title").asString(""),
				stand.asString("waiting").toLowerCase(Locale.ROOT),
				one.path("holder").path("displayName").asString(""));
	}

	/**
	 * A case on the small board.
	 *
	 * @param stand the outcome, or how far it is
	 * @param holder with whom it waits; empty for nobody
	 */
	public record Row(String link, String number, String title, String stand, String holder) {

		public boolean isWaiting() {
			return this.stand.equals("waiting");
		}

	}

}
