package io.countersign.identity;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import com.github.therapi.runtimejavadoc.CommentFormatter;
import com.github.therapi.runtimejavadoc.RuntimeJavadoc;
import io.countersign.problem.ProblemResponse;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.security.OAuthFlow;
import io.swagger.v3.oas.models.security.OAuthFlows;
import io.swagger.v3.oas.models.security.Scopes;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.OpenApiCustomizer;

import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/**
 * What the description of the API says of those who may call it: the token, the role each
 * call needs, and the key under which a call is sent again.
 */
@Component
class GuardDescription implements OpenApiCustomizer {

	private static final String SCHEME = "token";

	private static final String KEY = "#/components/parameters/" + RepeatedCalls.KEY;

	private static final String FRESH = " A token that acts for a person has to come from a sign-in of the last "
			+ "minutes by a second factor, and say so in `auth_time` and `amr` or the claim that is set for it; else "
			+ "the refusal is `insufficient_user_authentication` (RFC 9470).";

	private static final Map<String, String> REFUSALS = Map.of("Unauthenticated",
			"There is no token, or none of the organisation's identity provider for this API that is still good.",
			"Forbidden", "The token does not carry the role that the call needs.", "TooManyCalls",
			"The program has called too often in this minute. Retry-After says in how many seconds to come again.",
			"KeyOfAnotherCall", "The Idempotency-Key was used for another call; a new call needs a new one.");

	private final SignInProperties provider;

	GuardDescription(SignInProperties provider) {
		this.provider = provider;
	}

	@Override
	public void customise(OpenAPI api) {
		api.getComponents().addSecuritySchemes(SCHEME, scheme()).addParameters(RepeatedCalls.KEY, key());
		REFUSALS.forEach((name, reason) -> api.getComponents().addResponses(name, ProblemResponse.because(reason)));
		api.getPaths()
			.forEach(
					(path, calls) -> calls.readOperationsMap().forEach((method, call) -> describe(method, path, call)));
	}

	private SecurityScheme scheme() {
		var flow = new OAuthFlow().tokenUrl(this.provider.token().toString()).scopes(roles());
		return new SecurityScheme().type(SecurityScheme.Type.OAUTH2)
			.description(
					"A token for the audience %s whose roles are those named here.".formatted(this.provider.audience()))
			.flows(new OAuthFlows().clientCredentials(flow));
	}

	/** Each with what the Javadoc of its constant says. */
	private static Scopes roles() {
		var words = new CommentFormatter();
		var scopes = new Scopes();
		RuntimeJavadoc.getJavadoc(AppRole.class)
			.getEnumConstants()
			.forEach((role) -> scopes.addString(AppRole.valueOf(role.getName()).authority(),
					words.format(role.getComment())));
		return scopes;
	}

	private static Parameter key() {
		return new HeaderParameter().name(RepeatedCalls.KEY)
			.description(
					"chosen by the caller, 1 to 200 characters: a new one for each thing to be done, the same one to "
							+ "send the call again")
			.schema(new StringSchema().maxLength(200));
	}

	private static void describe(PathItem.HttpMethod method, String path, Operation call) {
		var door = Permission.of(HttpMethod.valueOf(method.name()), path);
		var roles = door.map(Permission::roles).orElse(List.of());
		call.setSecurity(
				roles.stream().map((role) -> new SecurityRequirement().addList(SCHEME, role.authority())).toList());
		call.setDescription((Objects.toString(call.getDescription(), "") + "\n\n" + needed(roles)
				+ (door.filter(Permission::fresh).isPresent() ? FRESH : ""))
			.strip());
		refuse(call, "401", "Unauthenticated");
		refuse(call, "429", "TooManyCalls");
		var own = call.getResponses().get("403");
		if (own == null) {
			refuse(call, "403", "Forbidden");
		}
		else {
			own.setDescription(own.getDescription() + " " + REFUSALS.get("Forbidden"));
		}
		if (RepeatedCalls.keeps(method.name(), path)) {
			call.addParametersItem(new Parameter().$ref(KEY));
			refuse(call, "422", "KeyOfAnotherCall");
		}
	}

	private static void refuse(Operation call, String status, String response) {
		call.getResponses().addApiResponse(status, ProblemResponse.named(response));
	}

	private static String needed(List<AppRole> roles) {
		return "Needs the role %s.".formatted(
				roles.stream().map((role) -> "`%s`".formatted(role.authority())).collect(Collectors.joining(" or ")));
	}

}
