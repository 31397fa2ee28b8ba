package io.countersign.identity;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

/** In whose name a verdict comes in over the API. */
class ApiCallerTests {

	private static final EmailAddress ANNA = new EmailAddress("anna.holm@min.example");

	private static final EmailAddress BO = new EmailAddress("bo.lind@min.example");

	private final CurrentPerson person = mock(CurrentPerson.class);

	private final ApiCaller caller = new ApiCaller(this.person);

	@AfterEach
	void nobodyCalls() {
		SecurityContextHolder.clearContext();
	}

	@Test
	void AU_01_aProgramIsNamedByItsOwnToken() {
		calling(Map.of("sub", "s-1", "azp", "case-system"));

		assertThat(this.caller.tellsOf(ANNA)).contains("case-system");
	}

	@Test
	void AU_01_aProgramWithoutAnIdIsNamedByItsSubject() {
		calling(Map.of("sub", "s-1"));

		assertThat(this.caller.tellsOf(ANNA)).contains("s-1");
	}

	@Test
	void UI_09_aTokenOfAPersonSpeaksForNobodyElse() {
		calling(Map.of("sub", "s-1", "azp", "outlook-card", "scp", "Countersign.Decide"));
		when(this.person.find()).thenReturn(Optional.of(person(ANNA)));

		assertThat(this.caller.tellsOf(ANNA)).as("of himself no program tells").isEmpty();
		assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> this.caller.tellsOf(BO));
	}

	/** Only Entra ID has a claim of its own for what a person lets a program do. */
	@Test
	void UI_09_aTokenThatASignInHasLeftItsTraceInIsNoPrograms() {
		when(this.person.find()).thenReturn(Optional.of(person(ANNA)));
		for (var trace : List.of(Map.entry("auth_time", 1_795_000_000L), Map.entry("amr", List.of("pwd")),
				Map.entry("sid", "s"), Map.entry("nonce", "n"), Map.entry("scope", "openid profile"))) {
			calling(Map.of("sub", "s-1", "azp", "card", trace.getKey(), trace.getValue()));

			assertThatExceptionOfType(AccessDeniedException.class).as(trace.getKey())
				.isThrownBy(() -> this.caller.tellsOf(BO));
			assertThat(ApiCaller.isForAPerson()).as(trace.getKey()).isTrue();
		}
		calling(Map.of("sub", "s-1", "azp", "case-system", "scope", "profile email"));
		assertThat(this.caller.tellsOf(BO)).contains("case-system");
	}

	@Test
	void UI_09_aTokenOfSomebodyWhomTheDirectoryDoesNotKnowSpeaksForNobody() {
		calling(Map.of("sub", "s-1", "scp", "Countersign.Decide"));
		when(this.person.find()).thenReturn(Optional.empty());

		assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> this.caller.tellsOf(ANNA));
	}

	private static Person person(EmailAddress address) {
		return new Person(new PersonId("p_1"), address, "Anna Holm", Optional.empty(), Optional.empty(), true);
	}

	private static void calling(Map<String, Object> claims) {
		var token = Jwt.withTokenValue("token").header("alg", "none").claims((all) -> all.putAll(claims)).build();
		SecurityContextHolder.getContext().setAuthentication(new JwtAuthenticationToken(token));
	}

}
