package io.countersign.sandbox.openid;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

import com.nimbusds.jwt.JWTClaimsSet;

/** Tokens with the claims Entra ID writes into its version 2 tokens. */
final class Tokens {

	static final Duration VALID = Duration.ofHours(1);

	private static final String PRODUCT = "api://countersign";

	/** Application permissions by the audience they are granted for. */
	private static final Map<String, List<String>> ROLES = Map.of(PRODUCT,
			List.of("Countersign.Read", "Countersign.Decide", "Countersign.Manage"), "https://graph.microsoft.com",
			List.of("Mail.Read", "Mail.ReadWrite", "Mail.Send", "User.Read.All"));

	/** Programs that have been granted something else of the product. */
	private static final Map<String, List<String>> OF_PROGRAMS = Map.of("case-system",
			List.of("Countersign.Read", "Countersign.Decide"), "only-read", List.of("Countersign.Read"), "only-decide",
			List.of("Countersign.Decide"), "only-manage", List.of("Countersign.Manage"), "only-review",
			List.of("Countersign.Review"), "only-audit", List.of("Countersign.Audit"), "only-wall",
			List.of("Countersign.Wall"));

	/** Roles the organisation has given its people, by a word of their job titles. */
	private static final Map<String, String> OF_PEOPLE = Map.of("sekretær", "Countersign.Review", "revisor",
			"Countersign.Audit", "administrator", "Countersign.Manage", "tavleskærm", "Countersign.Wall");

	private final SigningKey key = new SigningKey();

	private final Supplier<URI> issuer;

	private final String tenant;

	private final Clock clock;

	Tokens(Supplier<URI> issuer, String tenant, Clock clock) {
		this.issuer = issuer;
		this.tenant = tenant;
		this.clock = clock;
	}

	/** A program's own token for an API. */
	String forProgram(String clientId, String audience) {
		return this.key.sign(claims(audience).subject(clientId)
			.claim("azp", clientId)
			.claim("appid", clientId)
			.claim("idtyp", "app")
			.claim("roles", permissions(clientId, audience))
			.build());
	}

	/** Who signed in, for the program that asked. */
	String identity(SignIn signIn) {
		var person = signIn.person();
		var claims = signedIn(signIn, signIn.clientId()).claim("name", person.displayName())
			.claim("preferred_username", person.address())
			.claim("email", person.address())
			.claim("roles", roles(person));
		signIn.nonce().ifPresent((nonce) -> claims.claim("nonce", nonce));
		return this.key.sign(claims.build());
	}

	private static List<String> permissions(String clientId, String audience) {
		var usual = ROLES.getOrDefault(audience, List.of());
		return audience.equals(PRODUCT) ? OF_PROGRAMS.getOrDefault(clientId, usual) : usual;
	}

	private static List<String> roles(Account person) {
		var title = person.jobTitle().toLowerCase(Locale.ROOT);
		return OF_PEOPLE.entrySet()
			.stream()
			.filter((role) -> title.contains(role.getKey()))
			.map(Map.Entry::getValue)
			.toList();
	}

	/**
	 * What the person lets the program do. A token for the product's API names its scopes
	 * without the API, and the roles of the person there.
	 */
	String access(SignIn signIn) {
		var asksForTheApi = signIn.scope().contains(PRODUCT + "/");
		var claims = signedIn(signIn, asksForTheApi ? PRODUCT : signIn.clientId()).claim("azp", signIn.clientId())
			.claim("scp", signIn.scope().replace(PRODUCT + "/", ""));
		return this.key.sign((asksForTheApi ? claims.claim("roles", roles(signIn.person())) : claims).build());
	}

	/** Everybody has a second factor here. */
	private JWTClaimsSet.Builder signedIn(SignIn signIn, String audience) {
		return claims(audience).subject(signIn.person().objectId())
			.claim("oid", signIn.person().objectId())
			.claim("auth_time", signIn.authenticatedAt().getEpochSecond())
			.claim("amr", List.of("pwd", "mfa"));
	}

	String publicKeys() {
		return this.key.publicKeys();
	}

	private JWTClaimsSet.Builder claims(String audience) {
		Instant now = this.clock.instant();
		return new JWTClaimsSet.Builder().issuer(this.issuer.get().toString())
			.audience(audience)
			.issueTime(Date.from(now))
			.notBeforeTime(Date.from(now.minusSeconds(5)))
			.expirationTime(Date.from(now.plus(VALID)))
			.claim("tid", this.tenant)
			.claim("ver", "2.0");
	}

}
