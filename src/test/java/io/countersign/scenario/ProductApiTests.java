package io.countersign.scenario;

import java.net.URI;
import java.time.Duration;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class ProductApiTests {

	@RegisterExtension
	final WireMockExtension product = WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

	private ProductApi api;

	@BeforeEach
	void signsIn() {
		var address = URI.create(this.product.baseUrl());
		this.api = new ProductApi(address, address);
		this.product.stubFor(post(urlPathEqualTo("/sandbox/oauth2/v2.0/token"))
			.willReturn(okJson("{\"access_token\": \"anything\", \"expires_in\": 3600}")));
	}

	@Test
	void eventsAreReadOnAfterTheLastOne() {
		this.product.stubFor(get(urlPathEqualTo("/api/v1/events")).withQueryParam("after", absent())
			.willReturn(page("first", "\"e1\"")));
		this.product.stubFor(get(urlPathEqualTo("/api/v1/events")).withQueryParam("after", equalTo("e1"))
			.willReturn(page("second", "null")));

		assertThat(this.api.all("/events")).extracting(JsonNode::asString).containsExactly("first", "second");
	}

	@Test
	void otherListsAreReadOnFromACursor() {
		this.product.stubFor(get(urlPathEqualTo("/api/v1/cases")).withQueryParam("cursor", absent())
			.willReturn(page("first", "\"c1\"")));
		this.product.stubFor(get(urlPathEqualTo("/api/v1/cases")).withQueryParam("cursor", equalTo("c1"))
			.willReturn(page("second", "null")));

		assertThat(this.api.all("/cases?q=lease")).extracting(JsonNode::asString).containsExactly("first", "second");
	}

	@Test
	void aListThatGoesNoFurtherIsAnError() {
		this.product.stubFor(get(urlPathEqualTo("/api/v1/cases")).willReturn(page("first", "\"c1\"")));

		assertTimeoutPreemptively(Duration.ofMinutes(1),
				() -> assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> this.api.all("/cases"))
					.withMessage("/cases gives the page after c1 twice"));
	}

	private static ResponseDefinitionBuilder page(String item, String next) {
		return okJson("{\"items\": [\"%s\"], \"next\": %s}".formatted(item, next));
	}

}
