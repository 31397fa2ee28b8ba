package io.countersign.web;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.util.UriComponentsBuilder;

/** The address of the page being made, so that a link can change one thing of it. */
final class Here {

	private static final int LONGEST_PART = 500;

	private final HttpServletRequest request;

	Here(HttpServletRequest request) {
		this.request = request;
	}

	/**
	 * Nothing where it is longer than any part of a view of ours and than answers bear.
	 */
	static String fitting(String part) {
		return (part.length() > LONGEST_PART) ? "" : part;
	}

	public String inLanguage(String language) {
		return with("lang", language);
	}

	public String inTheme(String theme) {
		return with(Theme.ATTRIBUTE, theme);
	}

	private String with(String name, String value) {
		return UriComponentsBuilder.fromPath(this.request.getRequestURI())
			.query(this.request.getQueryString())
			.replaceQueryParam("lang")
			.replaceQueryParam(Theme.ATTRIBUTE)
			.replaceQueryParam(name, value)
			.build(true)
			.toUriString();
	}

}
