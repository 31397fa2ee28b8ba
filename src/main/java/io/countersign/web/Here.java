package io.countersign.web;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.util.UriComponentsBuilder;

/** The address of the page being made, so that a link can change one thing of it. */
final class Here {

	private final HttpServletRequest request;

	Here(HttpServletRequest request) {
		this.request = request;
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
