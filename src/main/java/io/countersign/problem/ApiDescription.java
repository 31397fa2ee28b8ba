package io.countersign.problem;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;

import org.springframework.stereotype.Component;

/**
 * Says once what holds for every call, and makes plain Markdown of the Javadoc that
 * describes each.
 */
@Component
class ApiDescription implements OpenApiCustomizer {

	private static final Map<String, String> REFUSALS = Map.of("Invalid",
			"A value that cannot be used, or a parameter that the call does not know: a problem whose field names it.",
			"WrongMediaType", "The body is not of a media type that the call takes.", "Away",
			"The database or the store of files does not answer. The call changed nothing and may be repeated.");

	@Override
	public void customise(OpenAPI api) {
		REFUSALS.forEach((name, reason) -> api.getComponents().addResponses(name, ProblemResponse.because(reason)));
		calls(api).forEach(ApiDescription::describe);
		Optional.ofNullable(api.getTags())
			.orElse(List.of())
			.forEach((tag) -> tag.name(subject(tag.getName())).description(markdown(tag.getDescription())));
		api.getComponents().getSchemas().values().forEach(ApiDescription::describe);
		api.getComponents().addSchemas(ProblemResponse.SCHEMA, problem());
	}

	private static Stream<Operation> calls(OpenAPI api) {
		return api.getPaths().values().stream().flatMap((path) -> path.readOperations().stream());
	}

	private static void describe(Operation call) {
		var summary = markdown(call.getSummary());
		call.setSummary(summary);
		call.setDescription(behind(Objects.toString(summary, ""), markdown(call.getDescription())));
		call.setTags(call.getTags().stream().map(ApiDescription::subject).toList());
		Optional.ofNullable(call.getParameters()).orElse(List.of()).forEach(ApiDescription::describe);
		call.getResponses().addApiResponse("400", ProblemResponse.named("Invalid"));
		call.getResponses().addApiResponse("503", ProblemResponse.named("Away"));
		if (call.getRequestBody() != null) {
			call.getResponses().addApiResponse("415", ProblemResponse.named("WrongMediaType"));
		}
		call.getResponses().values().forEach(ApiDescription::giveBytes);
	}

	/** What is said behind the summary, which is its first sentence. */
	private static String behind(String summary, @Nullable String description) {
		return Objects.toString(description, "").substring(summary.length()).strip();
	}

	private static void describe(Parameter parameter) {
		if ("cursor".equals(parameter.getName())) {
			parameter.setDescription("`next` of the page before, unchanged; without it the first page");
		}
		parameter.setDescription(markdown(parameter.getDescription()));
	}

	private static void describe(Schema<?> schema) {
		schema.setDescription(markdown(schema.getDescription()));
		Optional.ofNullable(schema.getProperties()).orElse(Map.of()).values().forEach(ApiDescription::describe);
	}

	/** Bytes of any kind are no JSON. */
	private static void giveBytes(ApiResponse response) {
		var content = response.getContent();
		var json = (content != null) ? content.get(org.springframework.http.MediaType.APPLICATION_JSON_VALUE) : null;
		if (json != null && json.getSchema() != null && "binary".equals(json.getSchema().getFormat())) {
			content.remove(org.springframework.http.MediaType.APPLICATION_JSON_VALUE);
			content.addMediaType(org.springframework.http.MediaType.APPLICATION_OCTET_STREAM_VALUE, json);
		}
	}

	private static Schema<?> problem() {
		return new ObjectSchema().description("Why a call was refused (RFC 9457).")
			.addProperty("type", new StringSchema().description("about:blank, or missing: the status says the kind"))
			.addProperty("title", new StringSchema().description("the phrase that HTTP has for the status"))
			.addProperty("status", new IntegerSchema().description("the status of the answer"))
			.addProperty("detail", new StringSchema().description("what is wrong and what to change, for people"))
			.addProperty("instance", new StringSchema().description("the path that was called"))
			.addProperty("field", new StringSchema()
				.description("the parameter, header or JSON path that cannot be used; missing where it is none"));
	}

	private static String subject(String tag) {
		return tag.replaceFirst("-controller$", "");
	}

	/** Line breaks of the source are none of the text; an empty line is. */
	private static @Nullable String markdown(@Nullable String javadoc) {
		if (javadoc == null) {
			return null;
		}
		return javadoc.replaceAll("\\R\\s*\\R", "\u2029")
			.replaceAll("\\s+", " ")
			.replace("\u2029", "\n\n")
			.replaceAll("</?code>", "`")
			.replace("&lt;", "<")
			.replace("&gt;", ">")
			.replace("&amp;", "&")
			.strip();
	}

}
