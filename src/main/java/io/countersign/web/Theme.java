package io.countersign.web;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.HandlerInterceptor;

/** Light or dark, when the reader has chosen; the device decides otherwise. */
final class Theme implements HandlerInterceptor {

	static final String ATTRIBUTE = "theme";

	private static final Set<String> THEMES = Set.of("light", "dark");

	private final String cookie;

	private final boolean secure;

	Theme(String cookie, boolean secure) {
		this.cookie = cookie;
		this.secure = secure;
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		var asked = Optional.ofNullable(request.getParameter(ATTRIBUTE)).filter(THEMES::contains);
		asked.ifPresent((theme) -> response.addHeader(HttpHeaders.SET_COOKIE,
				ResponseCookie.from(this.cookie, theme)
					.path("/")
					.httpOnly(true)
					.secure(this.secure)
					.sameSite("Lax")
					.maxAge(Duration.ofDays(365))
					.build()
					.toString()));
		asked.or(() -> remembered(request)).ifPresent((theme) -> request.setAttribute(ATTRIBUTE, theme));
		return true;
	}

	private Optional<String> remembered(HttpServletRequest request) {
		return Optional.ofNullable(request.getCookies())
			.flatMap((cookies) -> Arrays.stream(cookies)
				.filter((cookie) -> cookie.getName().equals(this.cookie))
				.map(Cookie::getValue)
				.filter(THEMES::contains)
				.findFirst());
	}

}
