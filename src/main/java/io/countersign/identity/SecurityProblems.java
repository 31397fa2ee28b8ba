package io.countersign.identity;

import java.io.IOException;
import java.time.Duration;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;

import java.util.LinkedHashMap;

/** Refusals before a controller is reached, in the same form as all others (RFC 9457). */
final class SecurityProblems {

	private static final JsonMapper JSON = new JsonMapper();

	private SecurityProblems() {
	}

	static void unauthenticated(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException refused) throws IOException {
		response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
		write(request, response, HttpStatus.UNAUTHORIZED,
				"A valid bearer token of the organisation's identity provider is needed.");
	}

	static void staleSignIn(HttpServletRequest request, HttpServletResponse response, Duration standsFor)
			throws IOException {
		response.setHeader(HttpHeaders.WWW_AUTHENTICATE,
				"Bearer error=\"insufficient_user_authentication\", max_age=\"%d\"".formatted(standsFor.toSeconds()));
		write(request, response, HttpStatus.UNAUTHORIZED,
				"A person does this only just after signing in with a second factor, and his token does not say so.");
	}

	static void denied(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
			throws IOException {
		write(request, response, HttpStatus.FORBIDDEN, "The token does not carry the permission this call needs.");
	}

	static void tooMany(HttpServletRequest request, HttpServletResponse response, Duration wait) throws IOException {
		response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds() + 1));
		write(request, response, HttpStatus.TOO_MANY_REQUESTS, "This program has called too often in this minute.");
	}

	static void unusableKey(HttpServletRequest request, HttpServletResponse response) throws IOException {
		write(request, response, HttpStatus.BAD_REQUEST, "An Idempotency-Key has 1 to 200 characters.");
	}

	static void keyOfAnotherCall(HttpServletRequest request, HttpServletResponse response) throws IOException {
		write(request, response, HttpStatus.UNPROCESSABLE_CONTENT,
				"This Idempotency-Key was used for another call. A new call needs a new key.");
	}

	private static void write(HttpServletRequest request, HttpServletResponse response, HttpStatus status,
			String detail) throws IOException {
		var problem = new LinkedHashMap<String, Object>();
		problem.put("title", status.getReasonPhrase());
		problem.put("status", status.value());
		problem.put("detail", detail);
		problem.put("instance", request.getRequestURI());
		response.setStatus(status.value());
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		response.getOutputStream().write(JSON.writeValueAsBytes(problem));
	}

}
