package io.countersign.problem;

import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;

/** How the description of the API shows a refusal: as the one problem there is. */
public final class ProblemResponse {

	static final String SCHEMA = "Problem";

	private ProblemResponse() {
	}

	/**
	 * @param reason when a call is refused so, in a sentence
	 */
	public static ApiResponse because(String reason) {
		return new ApiResponse().description(reason)
			.content(new Content().addMediaType(org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE,
					new MediaType().schema(new Schema<>().$ref(SCHEMA))));
	}

	/**
	 * @param name of a response among the components of the description
	 */
	public static ApiResponse named(String name) {
		return new ApiResponse().$ref(name);
	}

}
