package io.countersign.documents;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.jsoup.Jsoup;

/**
 * A file that a mail does not bring but points to. Nothing that a mail names is opened
 * (IN-15); of a file in our own tenant a copy may be had through the tenant's own
 * interface.
 *
 * @param name what the mail calls it, or the last part of the address
 * @param reason why there is only the link, or what the copy is
 */
public record CloudLink(URI address, String name, String reason, Optional<CloudCopy> copy) {

	private static final String REASON = "It is kept as a link only: nothing that a mail names is fetched.";

	private static final List<String> STORES = List.of("sharepoint.com", "sharepoint.us", "1drv.ms",
			"onedrive.live.com", "docs.google.com", "drive.google.com", "dropbox.com", "box.com", "wetransfer.com");

	private static final String SAFE_LINKS = ".safelinks.protection.outlook.com";

	private static final String SCHEME = "https://";

	private static final int MOST = 50;

	private static final int LONGEST = 2_000;

	private static final int MOST_TEXT = 1_000_000;

	/** What is attached first, then in the order of their first mention, each once. */
	static List<CloudLink> in(Pointers pointers) {
		var links = new LinkedHashMap<URI, CloudLink>();
		pointers.attached().forEach((file) -> add(links, file.address(), file.name()));
		pointers.html()
			.map(CloudLink::shortened)
			.ifPresent((page) -> Jsoup.parse(page)
				.select("a[href]")
				.forEach((anchor) -> add(links, anchor.attr("href"), anchor.text())));
		pointers.text().map(CloudLink::shortened).ifPresent((words) -> plain(links, words));
		return links.values().stream().limit(MOST).toList();
	}

	private static void plain(Map<URI, CloudLink> links, String text) {
		for (var at = text.indexOf(SCHEME); at >= 0; at = text.indexOf(SCHEME, at + SCHEME.length())) {
			var end = at;
			while (end < text.length() && end - at <= LONGEST && !Character.isWhitespace(text.charAt(end))
					&& "<>\"'".indexOf(text.charAt(end)) < 0) {
				end++;
			}
			while (".,;:)]".indexOf(text.charAt(end - 1)) >= 0) {
				end--;
			}
			add(links, text.substring(at, end), "");
		}
	}

	private static void add(Map<URI, CloudLink> links, String address, String words) {
		if (links.size() < MOST && address.length() <= LONGEST) {
			stored(address).ifPresent((uri) -> links.putIfAbsent(uri,
					new CloudLink(uri,
							FileName.cleaned(words).or(() -> FileName.cleaned(last(uri))).orElse(uri.getHost()), REASON,
							Optional.empty())));
		}
	}

	private static Optional<URI> stored(String address) {
		try {
			var uri = unwrapped(new URI(address.strip().replace(" ", "%20")));
			var path = uri.getPath();
			return "https".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null && path != null
					&& path.length() > 1 && isStore(uri.getHost().toLowerCase(Locale.ROOT)) ? Optional.of(uri)
							: Optional.empty();
		}
		catch (URISyntaxException ex) {
			return Optional.empty();
		}
	}

	/**
	 * Where Defender has put its own address around one, the one that was written stands
	 * in it.
	 */
	private static URI unwrapped(URI uri) throws URISyntaxException {
		var host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
		var query = uri.getRawQuery();
		if (!host.endsWith(SAFE_LINKS) || query == null) {
			return uri;
		}
		for (var field : query.split("&")) {
			if (field.startsWith("url=")) {
				return new URI(decoded(field.substring("url=".length())));
			}
		}
		return uri;
	}

	private static String decoded(String field) throws URISyntaxException {
		try {
			return URLDecoder.decode(field, StandardCharsets.UTF_8).replace(" ", "%20");
		}
		catch (IllegalArgumentException ex) {
			throw new URISyntaxException(field, "It is not encoded as an address");
		}
	}

	private static boolean isStore(String host) {
		return STORES.stream().anyMatch((store) -> host.equals(store) || host.endsWith("." + store));
	}

	private static String last(URI uri) {
		var path = uri.getPath();
		return (path != null) ? path : "";
	}

	private static String shortened(String text) {
		return text.substring(0, Math.min(MOST_TEXT, text.length()));
	}

}
