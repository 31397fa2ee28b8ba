package io.countersign.identity;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Which roles open these doors of the API, each of them alone. The first that covers a
 * call counts; both the guard and the description of the API follow it.
 *
 * @param method null for any
 */
record Permission(@Nullable HttpMethod method, List<String> paths, List<AppRole> roles) {

	private static final List<Permission> ALL = List.of(
			new Permission(HttpMethod.GET, List.of("/api/v1/accesses", "/api/v1/people/*/data"),
					List.of(AppRole.AUDIT)),
			new Permission(HttpMethod.GET, List.of("/api/v1/holds", "/api/v1/retention"),
					List.of(AppRole.MANAGE, AppRole.AUDIT)),
			new Permission(HttpMethod.GET, List.of("/api/v1/**"), List.of(AppRole.READ)),
			new Permission(HttpMethod.POST, List.of("/api/v1/readings"), List.of(AppRole.READ)),
			new Permission(HttpMethod.POST, List.of("/api/v1/cases/*/asks/*/verdict"), List.of(AppRole.DECIDE)),
			new Permission(HttpMethod.PUT, List.of("/api/v1/receipts/*"), List.of(AppRole.DECIDE)),
			new Permission(HttpMethod.POST,
					List.of("/api/v1/cases/*/verdicts/*/release", "/api/v1/cases/*/documents/*/link",
							"/api/v1/reviews/*/release"),
					List.of(AppRole.REVIEW)),
			new Permission(HttpMethod.POST, List.of("/api/v1/rejudgements"), List.of(AppRole.MANAGE, AppRole.AUDIT)),
			new Permission(null,
					List.of("/api/v1/watches/*", "/api/v1/people/*", "/api/v1/people/*/account", "/api/v1/mandates/*",
							"/api/v1/reviews/*", "/api/v1/writebacks/*", "/api/v1/cases/*/purge", "/api/v1/holds/*",
							"/api/v1/retention"),
					List.of(AppRole.MANAGE)));

	static List<Permission> all() {
		return ALL;
	}

	/** The roles that open the door; none where nobody comes through it. */
	static List<AppRole> rolesFor(HttpMethod method, String path) {
		return ALL.stream()
			.filter((permission) -> permission.covers(method, path))
			.findFirst()
			.map(Permission::roles)
			.orElse(List.of());
	}

	private boolean covers(HttpMethod called, String path) {
		var plain = PathContainer.parsePath(path);
		return (this.method == null || this.method.equals(called)) && this.paths.stream()
			.anyMatch((pattern) -> PathPatternParser.defaultInstance.parse(pattern).matches(plain));
	}

}
