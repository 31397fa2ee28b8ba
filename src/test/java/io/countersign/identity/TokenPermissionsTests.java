package io.countersign.identity;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;

import static org.assertj.core.api.Assertions.assertThat;

class TokenPermissionsTests {

	private static final String ALL = "Countersign.Read Countersign.Decide Countersign.Manage Countersign.Review";

	@Test
	void WH_09_aProgramHasThePermissionsItWasGivenAndNoOthers() {
		assertThat(allowed(token("Countersign.Read", "Mail.Read"))).containsExactly("Countersign.Read");
		assertThat(allowed(token())).isEmpty();
	}

	@Test
	void UI_09_aProgramThatActsForAPersonMayDoNoMoreThanThatPerson() {
		assertThat(allowed(forPerson(ALL))).as("anybody").isEmpty();
		assertThat(allowed(forPerson(ALL, "Countersign.Review"))).as("the secretariat")
			.containsExactlyInAnyOrder("Countersign.Read", "Countersign.Review");
		assertThat(allowed(forPerson(ALL, "Countersign.Manage"))).as("an admin").containsExactly("Countersign.Manage");
	}

	@Test
	void WH_09_norMoreThanItAskedFor() {
		assertThat(allowed(forPerson("Countersign.Read openid", "Countersign.Review", "Countersign.Manage")))
			.containsExactly("Countersign.Read");
		assertThat(allowed(forPerson("", "Countersign.Review"))).isEmpty();
	}

	@Test
	void UI_09_whoeverAuditsChangesNothingWhateverElseHeIs() {
		assertThat(allowed(
				forPerson(ALL + " Countersign.Audit", "Countersign.Audit", "Countersign.Manage", "Countersign.Review")))
			.containsExactlyInAnyOrder("Countersign.Read", "Countersign.Audit");
	}

	private static List<String> allowed(Jwt token) {
		return new TokenPermissions().convert(token).stream().map(GrantedAuthority::getAuthority).toList();
	}

	private static Jwt token(String... roles) {
		return Jwt.withTokenValue("t").header("alg", "RS256").subject("p").claim("roles", List.of(roles)).build();
	}

	private static Jwt forPerson(String scopes, String... roles) {
		return Jwt.withTokenValue("t")
			.header("alg", "RS256")
			.subject("p")
			.claim("scp", scopes)
			.claim("roles", List.of(roles))
			.build();
	}

}
