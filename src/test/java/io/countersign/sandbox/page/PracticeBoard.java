package io.countersign.sandbox.page;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

import io.countersign.scenario.ProductApi;
import tools.jackson.databind.JsonNode;

/** The newest cases, as the product's API tells them to anybody with a token. */
public final class PracticeBoard {

	private static final int SHOWN = 6;

	private final Optional<ProductApi> product;

	private final Optional<URI> address;

	private PracticeBoard(Optional<ProductApi> product) {
		this.product = product;
		this.address = product.map(ProductApi::uri);
	}

	public static PracticeBoard of(ProductApi product) {
		return new PracticeBoard(Optional.of(product));
	}

	/** For a tenant without a product. */
	public static PracticeBoard none() {
		return new PracticeBoard(Optional.empty());
	}

	public Optional<URI> address() {
		return this.address;
	}

	/** Empty also while the product is away. */
	public List<Row> rows() {
		try {
			return this.product.map((api) -> api.get("/cases"))
				.stream()
				.flatMap((page) -> StreamSupport.stream(page.path("items").spliterator(), false))
				.map(PracticeBoard::row)
				.limit(SHOWN)
				.toList();
		}
		catch (AssertionError ex) {
			return List.of();
		}
	}

	private static Row row(JsonNode one) {
		return new Row(one.path("id").asString(), one.path("number").asString(), one.path("title").asString(),
				one.path("state").asString());
	}

	/** A case on the small board. */
	public record Row(String id, String number, String title, String state) {
	}

}
