package io.countersign;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DescribedApiTests {

	private static final String DESCRIBED = """
			{"paths": {"/a/{id}": {"get": {
				"summary": "Gives one.",
				"security": [{"token": ["Read"]}],
				"parameters": [{"name": "id", "description": "of that one"}],
				"responses": {"401": {"$ref": "#/components/responses/No"}, "403": {"$ref": "#/components/responses/No"}}}}},
			"components": {
				"responses": {"No": {"description": "Not you.", "content": {"application/problem+json": {}}}},
				"schemas": {"One": {"description": "One.", "properties": {"word": {"description": "of somebody@min.example"}}}}}}
			""";

	@Test
	void whatSaysEverythingHasNoGap() {
		assertThat(new DescribedApi(DESCRIBED).gaps()).isEmpty();
	}

	@Test
	void aReaderMissesASummaryARoleAndWhatAParameterIs() {
		assertThat(without("\"summary\": \"Gives one.\",")).containsExactly("get /a/{id} has no summary of one line");
		assertThat(without("\"Read\"")).containsExactly("get /a/{id} names no role");
		assertThat(without(", \"description\": \"of that one\""))
			.containsExactly("get /a/{id} does not say what id is");
	}

	@Test
	void aReaderMissesWhyHeIsTurnedAway() {
		assertThat(without("\"401\": {\"$ref\": \"#/components/responses/No\"},"))
			.containsExactly("get /a/{id} does not say when it answers 401", "get /a/{id} answers 401 with no problem");
		assertThat(without("\"application/problem+json\": {}"))
			.containsExactly("get /a/{id} answers 401 with no problem", "get /a/{id} answers 403 with no problem");
	}

	@Test
	void aReaderMissesWhatAPropertyIs() {
		assertThat(without("\"description\": \"of somebody@min.example\""))
			.containsExactly("One does not say what word is");
		assertThat(without("\"description\": \"One.\",")).containsExactly("One is not described");
	}

	@Test
	void aHostOfSomebodyIsNamed() {
		assertThat(new DescribedApi(DESCRIBED.replace("min.example", "contoso.com")).gaps())
			.containsExactly("names the host contoso.com");
		assertThat(new DescribedApi(DESCRIBED.replace("Not you", "See https://login.contoso.com/x")).gaps())
			.containsExactly("names the host login.contoso.com");
	}

	private static List<String> without(String words) {
		assertThat(DESCRIBED).contains(words);
		return new DescribedApi(DESCRIBED.replace(words, "")).gaps();
	}

}
