package io.countersign.web;

import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/**
 * One page for everything that fails, in the words of what the reader can do about it.
 */
@Component
class ErrorPages implements ErrorViewResolver {

	@Override
	public @Nullable ModelAndView resolveErrorView(HttpServletRequest request, HttpStatus status,
			Map<String, Object> model) {
		return new ModelAndView("problem", Map.of("kind", kind(request, status)), status);
	}

	/** A form that comes after the session has ended is refused like a forged one. */
	private static String kind(HttpServletRequest request, HttpStatus status) {
		return switch (status) {
			case FORBIDDEN -> (request.getUserPrincipal() == null) ? "session" : "forbidden";
			case NOT_FOUND, METHOD_NOT_ALLOWED -> "missing";
			case CONFLICT -> "conflict";
			default -> status.is4xxClientError() ? "refused" : "failed";
		};
	}

}
