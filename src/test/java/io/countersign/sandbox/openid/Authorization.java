package io.countersign.sandbox.openid;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import io.countersign.sandbox.page.Pages;

/** Asks "who are you?" and sends the answer back to the program as a code. */
final class Authorization {

	/** What the page carries from the program's request to the person's answer. */
	private static final List<String> CARRIED = List.of("client_id", "redirect_uri", "scope", "state", "nonce",
			"code_challenge", "code_challenge_method", "response_type", "max_age", "prompt");

	private final Supplier<List<Account>> people;

	private final SignIns signIns;

	private volatile Duration signedInFor = Duration.ZERO;

	private volatile Optional<String> remembered = Optional.empty();

	private final Pages pages;

	private final Clock clock;

	Authorization(Supplier<List<Account>> people, SignIns signIns, Pages pages, Clock clock) {
		this.people = people;
		this.signIns = signIns;
		this.pages = pages;
		this.clock = clock;
	}

	/** People have signed in so long ago, at another program of the tenant. */
	void signedInFor(Duration time) {
		this.signedInFor = time;
	}

	/** Knows this person on every device, as long as nobody has to prove himself anew. */
	void remembers(Optional<String> address) {
		this.remembered = address;
	}

	ResponseDefinition answer(Request request) {
		var client = Answers.parameter(request, "client_id").flatMap(Client::registered);
		var redirectUri = Answers.parameter(request, "redirect_uri").filter(Client::isLocal);
		if (client.isEmpty() || redirectUri.isEmpty()) {
			return Answers.refusal(400, "invalid_request", "Unknown client_id, or redirect_uri is not on localhost.");
		}
		var refusal = refusal(request);
		if (refusal.isPresent()) {
			return Answers.redirect(returned(redirectUri.get(), "error", refusal.get(), request));
		}
		var person = RequestMethod.POST.equals(request.getMethod()) ? Answers.parameter(request, "person")
				: remembered(request);
		return person.flatMap(this::known)
			.map((one) -> signedIn(one, request, redirectUri.get()))
			.orElseGet(() -> whoAreYou(request, redirectUri.get()));
	}

	private Optional<String> remembered(Request request) {
		var proves = Answers.parameter(request, "max_age").or(() -> Answers.parameter(request, "prompt"));
		return this.remembered.filter((_) -> proves.isEmpty());
	}

	private static Optional<String> refusal(Request request) {
		if (!Answers.parameter(request, "response_type").equals(Optional.of("code"))) {
			return Optional.of("unsupported_response_type");
		}
		if (Answers.parameter(request, "prompt").equals(Optional.of("none"))) {
			return Optional.of("login_required");
		}
		var plainChallenge = Answers.parameter(request, "code_challenge").isPresent()
				&& !Answers.parameter(request, "code_challenge_method").equals(Optional.of("S256"));
		return plainChallenge ? Optional.of("invalid_request") : Optional.empty();
	}

	private ResponseDefinition signedIn(Account person, Request request, String redirectUri) {
		var signIn = new SignIn(person, Answers.parameter(request, "client_id").orElseThrow(), redirectUri,
				Answers.parameter(request, "scope").orElse("openid"), Answers.parameter(request, "nonce"),
				Answers.parameter(request, "code_challenge"), this.clock.instant(), authenticatedAt(request));
		return Answers.redirect(returned(redirectUri, "code", this.signIns.remember(signIn), request));
	}

	/**
	 * Whoever asks for it anew, or for no older than this, gets it from the page that was
	 * just answered (OpenID Connect Core, section 3.1.2.1).
	 */
	private Instant authenticatedAt(Request request) {
		var anew = Answers.parameter(request, "prompt").equals(Optional.of("login"));
		var tooOld = Answers.parameter(request, "max_age")
			.map((seconds) -> Duration.ofSeconds(Long.parseLong(seconds)))
			.filter((oldest) -> this.signedInFor.compareTo(oldest) > 0)
			.isPresent();
		var now = this.clock.instant();
		return (anew || tooOld) ? now : now.minus(this.signedInFor);
	}

	private ResponseDefinition whoAreYou(Request request, String redirectUri) {
		Map<String, String> carried = new LinkedHashMap<>();
		CARRIED.forEach((name) -> Answers.parameter(request, name).ifPresent((value) -> carried.put(name, value)));
		var page = this.pages.render("who-are-you", Pages.language(request),
				Map.of("people", this.people.get(), "carried", carried));
		var target = URI.create(redirectUri);
		return ResponseDefinitionBuilder.responseDefinition()
			.withStatus(200)
			.withHeader("Content-Type", "text/html;charset=utf-8")
			.withHeader("Cache-Control", "no-store")
			.withHeader("Content-Security-Policy",
					Pages.policy("'self' %s://%s".formatted(target.getScheme(), target.getAuthority())))
			.withBody(page)
			.build();
	}

	private Optional<Account> known(String address) {
		return this.people.get().stream().filter((person) -> person.address().equalsIgnoreCase(address)).findFirst();
	}

	private static String returned(String redirectUri, String name, String value, Request request) {
		var query = name + "=" + encoded(value)
				+ Answers.parameter(request, "state").map((state) -> "&state=" + encoded(state)).orElse("");
		return redirectUri + (redirectUri.contains("?") ? "&" : "?") + query;
	}

	private static String encoded(String value) {
		return URLEncoder.encode(value, StandardCharsets.UTF_8);
	}

}
