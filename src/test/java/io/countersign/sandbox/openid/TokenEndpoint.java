package io.countersign.sandbox.openid;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;

/** Gives a program its own token, or the tokens of a person's sign-in. */
final class TokenEndpoint {

	private static final String ALL_GRANTED = "/.default";

	private final Tokens tokens;

	private final SignIns signIns;

	private final Supplier<List<Account>> people;

	TokenEndpoint(Tokens tokens, SignIns signIns, Supplier<List<Account>> people) {
		this.tokens = tokens;
		this.signIns = signIns;
		this.people = people;
	}

	ResponseDefinition answer(Request request) {
		var client = Client.authenticated(request);
		if (client.isEmpty()) {
			return Answers.refusal(401, "invalid_client", "Unknown client or wrong secret.");
		}
		return switch (Answers.parameter(request, "grant_type").orElse("")) {
			case "client_credentials" -> forProgram(client.get(), request);
			case "authorization_code" -> forPerson(client.get(), request);
			case "refresh_token" -> again(client.get(), request);
			default -> Answers.refusal(400, "unsupported_grant_type",
					"The grant_type is client_credentials, authorization_code or refresh_token.");
		};
	}

	private ResponseDefinition forProgram(Client client, Request request) {
		var scope = Answers.parameter(request, "scope").orElse("");
		if (!scope.endsWith(ALL_GRANTED)) {
			return Answers.refusal(400, "invalid_scope", "A program asks for <audience>/.default.");
		}
		var audience = scope.substring(0, scope.length() - ALL_GRANTED.length());
		return issued(this.tokens.forProgram(client.id(), audience), Map.of());
	}

	private ResponseDefinition forPerson(Client client, Request request) {
		var signIn = Answers.parameter(request, "code")
			.flatMap(this.signIns::redeem)
			.filter((one) -> one.clientId().equals(client.id()))
			.filter((one) -> Answers.parameter(request, "redirect_uri").filter(one.redirectUri()::equals).isPresent())
			.filter((one) -> one.isProvenBy(Answers.parameter(request, "code_verifier")));
		return signIn.map(this::issued)
			.orElseGet(() -> Answers.refusal(400, "invalid_grant",
					"The code is unknown, used, too old, or not proven by its verifier."));
	}

	/** As the person is by now; a token works once and gives the next one. */
	private ResponseDefinition again(Client client, Request request) {
		return Answers.parameter(request, "refresh_token")
			.flatMap(this.signIns::renew)
			.filter((one) -> one.clientId().equals(client.id()))
			.flatMap((one) -> this.people.get()
				.stream()
				.filter((person) -> person.address().equals(one.person().address()))
				.findFirst()
				.map(one::by))
			.map(this::issued)
			.orElseGet(() -> Answers.refusal(400, "invalid_grant", "The token is unknown, or the person is gone."));
	}

	private ResponseDefinition issued(SignIn signIn) {
		var more = new LinkedHashMap<String, String>();
		more.put("id_token", this.tokens.identity(signIn));
		more.put("scope", signIn.scope());
		if (List.of(signIn.scope().split(" ")).contains(SignIns.STAYS)) {
			more.put("refresh_token", this.signIns.keep(signIn));
		}
		return issued(this.tokens.access(signIn), more);
	}

	private static ResponseDefinition issued(String accessToken, Map<String, String> more) {
		var body = new LinkedHashMap<String, Object>(more);
		body.put("token_type", "Bearer");
		body.put("expires_in", Tokens.VALID.toSeconds());
		body.put("access_token", accessToken);
		return Answers.json(200, body);
	}

}
