package io.countersign.identity;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.stereotype.Component;

/**
 * What every answer says to a browser, whoever gives it, where it does not say more
 * (UI-1, UI-2). A page's scripts carry the number drawn for its one answer, which
 * templates find as {@code nonce}.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class ResponseHeaders extends HeaderWriterFilter {

	private static final String NONCE = "nonce";

	private static final int NONCE_BYTES = 18;

	private static final String CONTENT_POLICY = "Content-Security-Policy";

	private static final String POLICY = "default-src 'none'; script-src 'nonce-%s' 'strict-dynamic'; "
			+ "style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; "
			+ "base-uri 'none'; object-src 'none'; frame-ancestors 'none'; manifest-src 'self'; "
			+ "report-uri /policy-reports; report-to policy";

	private static final List<HeaderWriter> WRITERS = List.of(ResponseHeaders::policy,
			new StaticHeadersWriter("Reporting-Endpoints", "policy=\"/policy-reports\""),
			new StaticHeadersWriter("Strict-Transport-Security", "max-age=31536000; includeSubDomains"),
			new StaticHeadersWriter("X-Content-Type-Options", "nosniff"),
			new StaticHeadersWriter("Referrer-Policy", "no-referrer"),
			new StaticHeadersWriter("Cross-Origin-Opener-Policy", "same-origin"));

	private final SecureRandom random = new SecureRandom();

	ResponseHeaders() {
		super(WRITERS);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		var bytes = new byte[NONCE_BYTES];
		this.random.nextBytes(bytes);
		request.setAttribute(NONCE, Base64.getEncoder().encodeToString(bytes));
		super.doFilterInternal(request, response, chain);
	}

	private static void policy(HttpServletRequest request, HttpServletResponse response) {
		if (!response.containsHeader(CONTENT_POLICY)) {
			response.setHeader(CONTENT_POLICY, POLICY.formatted(request.getAttribute(NONCE)));
		}
	}

}
