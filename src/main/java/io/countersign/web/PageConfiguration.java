package io.countersign.web;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.countersign.identity.DownloadPasses;
import io.countersign.identity.FreshSignIn;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;
import org.springframework.web.servlet.mvc.support.DefaultHandlerExceptionResolver;

/** Every page comes in Danish and English, light and dark. */
@Configuration(proxyBeanMethods = false)
class PageConfiguration implements WebMvcConfigurer {

	private static final List<String> WITHOUT_COOKIES = List.of("/api/**", "/assets/**", "/webjars/**",
			DownloadPasses.PATH + "**");

	private static final Locale DANISH = Locale.of("da");

	private final ObjectProvider<FreshSignIn> signIn;

	private final boolean secure;

	/**
	 * @param secure whether browsers come by https, without which they take no cookie
	 * that is bound to its host
	 */
	PageConfiguration(ObjectProvider<FreshSignIn> signIn,
			@Value("${server.servlet.session.cookie.secure:true}") boolean secure) {
		this.signIn = signIn;
		this.secure = secure;
	}

	@Bean
	LocaleResolver localeResolver() {
		var cookie = new CookieLocaleResolver(cookie("lang"));
		cookie.setCookieSecure(this.secure);
		cookie.setCookiePath("/");
		cookie.setCookieMaxAge(Duration.ofDays(365));
		cookie.setCookieHttpOnly(true);
		cookie.setCookieSameSite("Lax");
		cookie.setRejectInvalidCookies(false);
		cookie.setDefaultLocaleFunction(PageConfiguration::preferred);
		return cookie;
	}

	@Override
	public void addInterceptors(InterceptorRegistry interceptors) {
		var language = new LocaleChangeInterceptor();
		language.setParamName("lang");
		language.setIgnoreInvalidLocale(true);
		interceptors.addInterceptor(language).excludePathPatterns(WITHOUT_COOKIES);
		interceptors.addInterceptor(new Theme(cookie(Theme.ATTRIBUTE), this.secure))
			.excludePathPatterns(WITHOUT_COOKIES);
		interceptors.addInterceptor(new FreshSignInCheck(this.signIn.getObject()));
	}

	/** What somebody has typed into a field that cannot be read so is no warning. */
	@Override
	public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
		for (var resolver : resolvers) {
			if (resolver instanceof DefaultHandlerExceptionResolver typed) {
				typed.setWarnLogCategory("");
			}
		}
	}

	private String cookie(String name) {
		return this.secure ? "__Host-" + name : name;
	}

	/** English for browsers that ask for it first, Danish for all others. */
	private static Locale preferred(HttpServletRequest request) {
		return Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE))
			.filter((languages) -> languages.startsWith("en"))
			.map((languages) -> Locale.ENGLISH)
			.orElse(DANISH);
	}

}
