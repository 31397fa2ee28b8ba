package io.countersign.protection;

import java.util.Map;
import java.util.Optional;

import io.countersign.identity.ApiCaller;
import io.countersign.identity.AppRole;
import io.countersign.identity.CurrentPerson;
import io.countersign.protection.Access.Purpose;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Notes who reads, before anything is read: where that cannot be noted, nothing is shown.
 */
class AccessNoting implements HandlerInterceptor {

	private static final String NOTED = AccessNoting.class.getName();

	private final AccessLog log;

	private final CurrentPerson person;

	private final ApiCaller program;

	AccessNoting(AccessLog log, CurrentPerson person, ApiCaller program) {
		this.log = log;
		this.person = person;
		this.program = program;
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		var pattern = String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
		if (request.getMethod().equals("GET") && request.getDispatcherType() == DispatcherType.REQUEST) {
			ReadDoors.kind(pattern)
				.ifPresent((kind) -> request.setAttribute(NOTED, this.log.asked(reader(), role(), kind,
						caseId(pattern, request), subject(pattern, request), "GET " + pattern)));
		}
		return true;
	}

	@Override
	public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler,
			@Nullable Exception failure) {
		if (request.getAttribute(NOTED) instanceof Long position) {
			this.log.answered(position, (failure != null) ? 500 : response.getStatus());
		}
	}

	private String reader() {
		return this.program.program().or(() -> this.person.find().map((one) -> one.address().value())).orElse("nobody");
	}

	private Purpose role() {
		if (this.program.program().isPresent()) {
			return Purpose.PROGRAM;
		}
		return AppRole.AUDIT.isHeld() ? Purpose.AUDIT : (AppRole.REVIEW.isHeld() ? Purpose.SECRETARIAT : Purpose.OTHER);
	}

	private static Optional<String> caseId(String pattern, HttpServletRequest request) {
		return ReadDoors.isOfCase(pattern) ? value(request, "id") : Optional.empty();
	}

	private static Optional<String> subject(String pattern, HttpServletRequest request) {
		return value(request, "sha256").or(() -> value(request, "message"))
			.or(() -> value(request, "address"))
			.or(() -> ReadDoors.isOfCase(pattern) ? Optional.empty() : value(request, "id"));
	}

	private static Optional<String> value(HttpServletRequest request, String name) {
		return (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> values)
				? Optional.ofNullable(values.get(name)).map(Object::toString).map(AccessNoting::storable)
				: Optional.empty();
	}

	/** What stands in a path is whatever somebody has typed. */
	private static String storable(String typed) {
		var text = typed.replace('\0', '\uFFFD');
		return (text.length() <= 200) ? text : text.substring(0, 200);
	}

}
