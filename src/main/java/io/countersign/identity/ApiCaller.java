package io.countersign.identity;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.ClaimAccessor;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;

/** The program that makes a call of the API, for itself or for a person. */
@Component
public class ApiCaller {

	/**
	 * What only a person's sign-in leaves in a token: what a program may do for him, as
	 * Entra ID says it, and when, how and in which session he signed in (OpenID Connect
	 * Core, section 2).
	 */
	private static final List<String> OF_A_PERSON = List.of("scp", "auth_time", "amr", "sid", "nonce");

	/** How identity providers name the program that a token was given to. */
	private static final List<String> PROGRAM = List.of("azp", "appid", "client_id", "sub");

	private final CurrentPerson person;

	ApiCaller(CurrentPerson person) {
		this.person = person;
	}

	/**
	 * The program that tells what this person has said; nothing when the person tells it
	 * himself.
	 * @throws AccessDeniedException when the call is made for somebody else
	 */
	public Optional<String> tellsOf(EmailAddress person) {
		var claims = claims().orElseThrow(() -> new AccessDeniedException("Nobody makes this call"));
		if (!isForAPerson(claims)) {
			return Optional.of(program(claims));
		}
		if (this.person.find().filter((one) -> one.address().equals(person)).isEmpty()) {
			throw new AccessDeniedException("Nobody tells what another has said");
		}
		return Optional.empty();
	}

	/** Whether a person makes it, by a program that acts for him. */
	static boolean isForAPerson() {
		return claims().filter(ApiCaller::isForAPerson).isPresent();
	}

	/**
	 * Other providers than Entra ID name scopes in each token, and this one in a
	 * person's.
	 */
	private static boolean isForAPerson(ClaimAccessor claims) {
		var scopes = Optional.ofNullable(claims.getClaimAsString("scope")).orElse("").split(" ");
		return OF_A_PERSON.stream().anyMatch(claims::hasClaim) || List.of(scopes).contains("openid");
	}

	/** The program that makes this call for itself; nothing when a person makes it. */
	public Optional<String> program() {
		return claims().filter((claims) -> claims instanceof Jwt && !isForAPerson(claims)).map(ApiCaller::program);
	}

	private static Optional<ClaimAccessor> claims() {
		var caller = SecurityContextHolder.getContext().getAuthentication();
		return (caller != null && caller.getPrincipal() instanceof ClaimAccessor claims) ? Optional.of(claims)
				: Optional.empty();
	}

	private static String program(ClaimAccessor claims) {
		return PROGRAM.stream().map(claims::getClaimAsString).filter(Objects::nonNull).findFirst().orElse("unknown");
	}

}
