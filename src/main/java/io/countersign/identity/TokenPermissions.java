package io.countersign.identity;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.springframework.core.convert.converter.Converter;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * What a token for the API allows. A program that acts for itself has the permissions it
 * was given, as {@code roles}. One that acts for a person may do no more than what it
 * asked for ({@code scp}) and that person may do anyhow ({@code roles}).
 */
class TokenPermissions implements Converter<Jwt, Collection<GrantedAuthority>> {

	@Override
	public Collection<GrantedAuthority> convert(Jwt token) {
		var given = Optional.ofNullable(token.getClaimAsStringList("roles")).orElse(List.of());
		var held = ofRoles(given);
		var scopes = Optional.ofNullable(token.getClaimAsString("scp"));
		return scopes.map((asked) -> both(Arrays.asList(asked.split(" ")), held))
			.orElse(held)
			.stream()
			.<GrantedAuthority>map((role) -> new SimpleGrantedAuthority(role.authority()))
			.toList();
	}

	private static Set<AppRole> ofRoles(List<String> names) {
		var roles = EnumSet.noneOf(AppRole.class);
		Arrays.stream(AppRole.values()).filter((role) -> names.contains(role.authority())).forEach(roles::add);
		return roles;
	}

	/**
	 * Whoever sees every page may read everything; whoever audits does nothing besides.
	 */
	private static Set<AppRole> both(List<String> scopes, Set<AppRole> person) {
		var allowed = ofRoles(scopes);
		if (person.contains(AppRole.AUDIT)) {
			allowed.retainAll(EnumSet.of(AppRole.READ, AppRole.AUDIT));
			return allowed;
		}
		allowed
			.removeIf((role) -> !person.contains(role) && !(role == AppRole.READ && person.contains(AppRole.REVIEW)));
		return allowed;
	}

}
