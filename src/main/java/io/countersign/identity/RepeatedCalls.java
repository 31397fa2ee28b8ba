package io.countersign.identity;

import java.io.IOException;
import java.util.regex.Pattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingRequestWrapper;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * A call that changes something may carry a key of its caller's. Sent again it changes
 * nothing more and gets the answer of the first time (WH-9). The key is committed with
 * what the call has changed, or not at all.
 */
class RepeatedCalls extends OncePerRequestFilter {

	static final String KEY = "Idempotency-Key";

	/**
	 * A verdict is kept under its key itself; a reading and a new judgement change
	 * nothing, so that the same call gets the same answer anyhow.
	 */
	private static final Pattern CHANGES = Pattern
		.compile("/api/v1/(?:cases/[^/]++/verdicts/[^/]++/release|reviews/[^/]++/release|"
				+ "cases/[^/]++/documents/[^/]++/link|cases/[^/]++/purge|retention)");

	private static final int LONGEST_KEY = 200;

	private static final int LARGEST_BODY = 64 << 10;

	private final CallRepository calls;

	private final TransactionOperations transactions;

	RepeatedCalls(CallRepository calls, TransactionOperations transactions) {
		this.calls = calls;
		this.transactions = transactions;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return request.getHeader(KEY) == null || !keeps(request.getMethod(), request.getRequestURI());
	}

	/** Whether the answer to such a call is kept under its key. */
	static boolean keeps(String method, String path) {
		return method.equals("POST") && CHANGES.matcher(path).matches();
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		var key = request.getHeader(KEY);
		var caller = SecurityContextHolder.getContext().getAuthentication();
		if (caller == null || key.isBlank() || key.length() > LONGEST_KEY) {
			SecurityProblems.unusableKey(request, response);
			return;
		}
		var call = new Call(caller.getName(), key, request.getRequestURI());
		var written = new ContentCachingResponseWrapper(response);
		this.transactions.executeWithoutResult((transaction) -> {
			try {
				answer(call, request, written, chain, transaction);
			}
			catch (IOException | ServletException ex) {
				throw new Broken(ex);
			}
		});
		written.copyBodyToResponse();
	}

	/** Who comes with the same key at the same time waits for the first to be done. */
	private void answer(Call call, HttpServletRequest request, ContentCachingResponseWrapper response,
			FilterChain chain, TransactionStatus transaction) throws IOException, ServletException {
		if (!this.calls.begin(call)) {
			again(call, request, response);
			return;
		}
		var read = new ContentCachingRequestWrapper(request, LARGEST_BODY);
		chain.doFilter(read, response);
		if (response.getStatus() >= HttpStatus.BAD_REQUEST.value()) {
			transaction.setRollbackOnly();
			return;
		}
		read.getInputStream().readNBytes(LARGEST_BODY);
		this.calls.done(call, read.getContentAsByteArray(), response.getStatus(), response.getContentType(),
				response.getContentAsByteArray());
	}

	private void again(Call call, HttpServletRequest request, HttpServletResponse response) throws IOException {
		var first = this.calls.answerTo(call, request.getInputStream().readNBytes(LARGEST_BODY));
		if (first.isEmpty()) {
			SecurityProblems.keyOfAnotherCall(request, response);
			return;
		}
		response.setStatus(first.get().status());
		response.setContentType(first.get().mediaType());
		response.getOutputStream().write(first.get().body());
	}

	/** One call by its caller, the key he gave it, and where it went. */
	record Call(String caller, String key, String path) {
	}

	/** Carries a failure out of the transaction, which it ends. */
	private static final class Broken extends RuntimeException {

		Broken(Exception cause) {
			super(cause);
		}

	}

}
