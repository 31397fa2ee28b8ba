package io.countersign.identity;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Which roles open these doors of the API, each of them alone. The first that covers a
 * call counts; both the guard and the description of the API follow it.
 *
 * @param method null for any
 * @param fresh whether a token that acts for a person has to come from a fresh sign-in
 * here, as the same act on a page does
 */
record Permission(@Nullable HttpMethod method, List<String> paths, List<AppRole> roles, boolean fresh) {

	private static final List<Permission> ALL = List.of(
			at(HttpMethod.GET, List.of("/api/v1/accesses", "/api/v1/people/*/data"), AppRole.AUDIT),
			at(HttpMethod.GET, List.of("/api/v1/holds", "/api/v1/retention"), AppRole.MANAGE, AppRole.AUDIT),
			at(HttpMethod.GET, List.of("/api/v1/**"), AppRole.READ),
			at(HttpMethod.POST, List.of("/api/v1/readings"), AppRole.READ),
			at(HttpMethod.POST, List.of("/api/v1/cases/*/asks/*/verdict"), AppRole.DECIDE).afterFreshSignIn(),
			at(HttpMethod.PUT, List.of("/api/v1/receipts/*"), AppRole.DECIDE),
			at(HttpMethod.POST, List.of("/api/v1/cases/*/verdicts/*/release", "/api/v1/reviews/*/release"),
					AppRole.REVIEW)
				.afterFreshSignIn(),
			at(HttpMethod.POST, List.of("/api/v1/cases/*/documents/*/link"), AppRole.REVIEW),
			at(HttpMethod.POST, List.of("/api/v1/rejudgements"), AppRole.MANAGE, AppRole.AUDIT),
			at(null, List.of("/api/v1/mandates/*", "/api/v1/cases/*/purge", "/api/v1/retention"), AppRole.MANAGE)
				.afterFreshSignIn(),
			at(null, List.of("/api/v1/watches/*", "/api/v1/people/*", "/api/v1/people/*/account", "/api/v1/reviews/*",
					"/api/v1/writebacks/*", "/api/v1/holds/*"), AppRole.MANAGE));

	private static Permission at(@Nullable HttpMethod method, List<String> paths, AppRole... roles) {
		return new Permission(method, paths, List.of(roles), false);
	}

	private Permission afterFreshSignIn() {
		return new Permission(this.method, this.paths, this.roles, true);
	}

	static List<Permission> all() {
		return ALL;
	}

	/** Nothing where nobody comes through. */
	static Optional<Permission> of(HttpMethod method, String path) {
		return ALL.stream().filter((permission) -> permission.covers(method, path)).findFirst();
	}

	private boolean covers(HttpMethod called, String path) {
		var plain = PathContainer.parsePath(path);
		return (this.method == null || this.method.equals(called)) && this.paths.stream()
			.anyMatch((pattern) -> PathPatternParser.defaultInstance.parse(pattern).matches(plain));
	}

}
