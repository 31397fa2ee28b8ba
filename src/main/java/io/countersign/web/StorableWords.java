package io.countersign.web;

import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What a form or an address says can be stored: PostgreSQL takes neither NUL nor half a
 * surrogate pair, which no keyboard writes. Their place is seen, so that a name with one
 * in it is not known, and words with one in them are kept. A request whose bytes are no
 * text at all is answered with 400.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class StorableWords extends OncePerRequestFilter {

	private static final char REPLACEMENT = '\uFFFD';

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (isText(request)) {
			chain.doFilter(new Storable(request), response);
		}
		else if (request.getDispatcherType() == DispatcherType.ERROR) {
			chain.doFilter(new Silent(request), response);
		}
		else {
			response.sendError(HttpStatus.BAD_REQUEST.value());
		}
	}

	/** What is wrong with a request is said on a page that does not look at it again. */
	@Override
	protected boolean shouldNotFilterErrorDispatch() {
		return false;
	}

	/** The server throws as soon as it is asked what a request says that is not UTF-8. */
	private static boolean isText(HttpServletRequest request) {
		try {
			request.getParameterMap();
			return true;
		}
		catch (IllegalStateException ex) {
			return false;
		}
	}

	static String storable(String typed) {
		if (typed.chars().noneMatch(StorableWords::isDoubtful)) {
			return typed;
		}
		return typed.codePoints()
			.map((one) -> (isDoubtful(one)) ? REPLACEMENT : one)
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
	}

	/** Among code points a surrogate is one that has no other half. */
	private static boolean isDoubtful(int one) {
		return one == 0 || (one >= Character.MIN_SURROGATE && one <= Character.MAX_SURROGATE);
	}

	/** A request that says nothing. */
	private static final class Silent extends HttpServletRequestWrapper {

		Silent(HttpServletRequest request) {
			super(request);
		}

		@Override
		public @Nullable String getParameter(String name) {
			return null;
		}

		@Override
		public String @Nullable [] getParameterValues(String name) {
			return null;
		}

		@Override
		public Map<String, String[]> getParameterMap() {
			return Map.of();
		}

		@Override
		public Enumeration<String> getParameterNames() {
			return Collections.emptyEnumeration();
		}

	}

	private static final class Storable extends HttpServletRequestWrapper {

		Storable(HttpServletRequest request) {
			super(request);
		}

		@Override
		public @Nullable String getParameter(String name) {
			var value = super.getParameter(name);
			return (value != null) ? storable(value) : null;
		}

		@Override
		public String @Nullable [] getParameterValues(String name) {
			var values = super.getParameterValues(name);
			return (values != null) ? all(values) : null;
		}

		@Override
		public Map<String, String[]> getParameterMap() {
			var storable = new LinkedHashMap<String, String[]>();
			super.getParameterMap().forEach((name, values) -> storable.put(name, all(values)));
			return storable;
		}

		private static String[] all(String[] values) {
			var storable = new String[values.length];
			for (var i = 0; i < values.length; i++) {
				storable[i] = storable(values[i]);
			}
			return storable;
		}

	}

}
