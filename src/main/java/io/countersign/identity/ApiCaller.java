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

	/** Only a token that acts for a person says what it may do for him. */
	private static final String FOR_A_PERSON = "scp";

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
		if (!claims.hasClaim(FOR_A_PERSON)) {
			return Optional.of(program(claims));
		}
		if (this.person.find().filter((one) -> one.address().equals(person)).isEmpty()) {
			throw new AccessDeniedException("Nobody tells what another has said");
		}
		return Optional.empty();
	}

	/** Whether a person makes it, by a program that acts for him. */
	static boolean isForAPerson() {
		return claims().filter((claims) -> claims.hasClaim(FOR_A_PERSON)).isPresent();
	}

	/** The program that makes this call for itself; nothing when a person makes it. */
	public Optional<String> program() {
		return claims().filter((claims) -> claims instanceof Jwt && !claims.hasClaim(FOR_A_PERSON))
			.map(ApiCaller::program);
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
