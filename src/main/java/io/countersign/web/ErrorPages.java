package io.countersign.web;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/**
 * One page for everything that fails, in the words of what the reader can do about it.
 */
@Component
class ErrorPages implements ErrorViewResolver {

	private static final Logger log = LoggerFactory.getLogger(ErrorPages.class);

	private static final int NUMBER_BYTES = 4;

	private final SecureRandom random = new SecureRandom();

	@Override
	public @Nullable ModelAndView resolveErrorView(HttpServletRequest request, HttpStatus status,
			Map<String, Object> model) {
		var kind = kind(request, status);
		return new ModelAndView("problem", kind.equals("failed") ? Map.of("kind", kind, "support",
				support(request, status), "again", HttpMethod.GET.matches(request.getMethod())) : Map.of("kind", kind),
				status);
	}

	/** What the reader tells the support, and the support finds in the log. */
	private String support(HttpServletRequest request, HttpStatus status) {
		var bytes = new byte[NUMBER_BYTES];
		this.random.nextBytes(bytes);
		var number = HexFormat.of().withUpperCase().formatHex(bytes);
		var support = number.substring(0, NUMBER_BYTES) + "-" + number.substring(NUMBER_BYTES);
		var failure = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
		log.atError()
			.addKeyValue("support", support)
			.addKeyValue("path", request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))
			.addKeyValue("status", status.value())
			.setCause((failure instanceof Throwable cause) ? cause : null)
			.log("A page could not be shown");
		return support;
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
