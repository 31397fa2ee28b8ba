package io.countersign.identity;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

/**
 * A form whose sender has to sign in again before it counts. It waits in his session, so
 * that nothing he typed is lost.
 *
 * @param account whose session it was
 */
public record Unsent(String path, Map<String, List<String>> fields, String account) implements Serializable {

	/** Where it is shown once its sender has signed in again. */
	public static final String PAGE = "/unsent";

	private static final int LONGEST = 20_000;

	/** Keeps the form of this request, unless it is longer than any of ours. */
	static void keep(HttpServletRequest request, String account) {
		var fields = new LinkedHashMap<String, List<String>>();
		request.getParameterMap().forEach((name, values) -> fields.put(name, List.of(values)));
		fields.remove("_csrf");
		if (fields.values().stream().flatMap(List::stream).mapToInt(String::length).sum() <= LONGEST) {
			request.getSession()
				.setAttribute(Unsent.class.getName(), new Unsent(request.getRequestURI(), fields, account));
		}
	}

	/** What waits in this session for whoever has this account. */
	static Optional<Unsent> find(HttpSession session, String account) {
		return (session.getAttribute(Unsent.class.getName()) instanceof Unsent unsent
				&& unsent.account().equals(account)) ? Optional.of(unsent) : Optional.empty();
	}

	static void forget(HttpSession session) {
		session.removeAttribute(Unsent.class.getName());
	}

	public Optional<String> field(String name) {
		return Optional.ofNullable(this.fields.get(name)).flatMap((values) -> values.stream().findFirst());
	}

}
