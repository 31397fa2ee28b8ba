package io.countersign.problem;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A parameter that a call of the API does not know is refused: passed over, it would give
 * an answer to another question than the one that was asked.
 */
class KnownParameters implements HandlerInterceptor {

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (request.getQueryString() != null && handler instanceof HandlerMethod method && isOfTheApi(method)) {
			check(request.getQueryString(), method);
		}
		return true;
	}

	private static boolean isOfTheApi(HandlerMethod method) {
		return AnnotatedElementUtils.hasAnnotation(method.getBeanType(), RestController.class);
	}

	/** What a body holds is no parameter, so names come from the query alone. */
	private static void check(String query, HandlerMethod method) {
		var known = Arrays.stream(method.getMethodParameters())
			.filter((parameter) -> parameter.hasParameterAnnotation(RequestParam.class))
			.map(KnownParameters::name)
			.toList();
		for (var written : UriComponentsBuilder.newInstance().query(query).build().getQueryParams().keySet()) {
			var name = decoded(written);
			if (!known.contains(name)) {
				throw new InvalidField(name, "%s is not known here; %s.".formatted(name,
						known.isEmpty() ? "the call takes no parameter" : "known are " + String.join(", ", known)));
			}
		}
	}

	private static String name(MethodParameter parameter) {
		var said = Objects.requireNonNull(parameter.getParameterAnnotation(RequestParam.class)).name();
		return said.isEmpty() ? parameter.getParameter().getName() : said;
	}

	private static String decoded(String name) {
		try {
			return URLDecoder.decode(name, StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return name;
		}
	}

}
