package io.countersign.sandbox.page;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import com.github.tomakehurst.wiremock.http.Cookie;
import com.github.tomakehurst.wiremock.http.Request;
import org.thymeleaf.context.Context;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

import org.springframework.context.support.ResourceBundleMessageSource;

/** Renders the tenant's pages in Danish or English. */
public final class Pages {

	private static final Locale DANISH = Locale.of("da");

	private final SpringTemplateEngine engine = new SpringTemplateEngine();

	public Pages() {
		var resolver = new ClassLoaderTemplateResolver();
		resolver.setPrefix("sandbox/");
		resolver.setSuffix(".html");
		resolver.setCharacterEncoding("UTF-8");
		resolver.setTemplateMode(TemplateMode.HTML);
		this.engine.setTemplateResolver(resolver);
		this.engine.setLinkBuilder(new LinksFromTheRoot());
		var messages = new ResourceBundleMessageSource();
		messages.setBasename("sandbox/messages");
		messages.setDefaultEncoding("UTF-8");
		messages.setFallbackToSystemLocale(false);
		this.engine.setTemplateEngineMessageSource(messages);
	}

	public String render(String template, Locale language, Map<String, Object> model) {
		return this.engine.process(template, new Context(language, model));
	}

	/** What was chosen on the page, else what the browser prefers, else Danish. */
	public static Locale language(Request request) {
		var chosen = request.queryParameter("lang").isPresent()
				? Optional.of(request.queryParameter("lang").firstValue())
				: Optional.ofNullable(request.getCookies().get("lang")).map(Cookie::getValue);
		var preferred = chosen.or(() -> Optional.ofNullable(request.getHeader("Accept-Language"))).orElse("da");
		return preferred.startsWith("en") ? Locale.ENGLISH : DANISH;
	}

	/** Nothing inline and nothing from elsewhere; forms may lead where is said. */
	public static String policy(String formAction) {
		return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
				+ "connect-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action " + formAction;
	}

	/** There is no servlet here whose path would stand before a link. */
	private static final class LinksFromTheRoot extends StandardLinkBuilder {

		@Override
		protected String computeContextPath(IExpressionContext context, String base, Map<String, Object> parameters) {
			return "";
		}

		@Override
		protected String processLink(IExpressionContext context, String link) {
			return link;
		}

	}

}
