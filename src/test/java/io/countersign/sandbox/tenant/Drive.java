package io.countersign.sandbox.tenant;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * SharePoint as far as sharing links go: {@code /shares/u!.../driveItem} says what lies
 * behind a link, {@code /content} leads to an address that stands for a moment and takes
 * no token.
 */
final class Drive {

	static final String DOWNLOADS = "/sharepoint/download/";

	private final Map<String, File> files = new ConcurrentHashMap<>();

	private final Map<String, File> downloads = new ConcurrentHashMap<>();

	private final Supplier<URI> tenant;

	private final Clock clock;

	Drive(Supplier<URI> tenant, Clock clock) {
		this.tenant = tenant;
		this.clock = clock;
	}

	/**
	 * What lies behind a link.
	 *
	 * @param leadsTo in place of an address of our own
	 * @param status what Graph answers in place of the file; 200 for the file
	 */
	private record File(String address, String name, byte[] bytes, int version, Instant modifiedAt, String leadsTo,
			int status, boolean folder, boolean restless) {
	}

	/** Puts a file behind a link; once more for its next version. */
	Answer put(Call call) {
		var address = call.parameter("address");
		var before = this.files.get(address);
		this.files.put(address,
				new File(address, call.parameter("name"), call.body(), (before != null) ? before.version() + 1 : 1,
						this.clock.instant(), call.parameter("leadsTo"), call.number("status", 200),
						call.parameter("folder").equals("true"), call.parameter("restless").equals("true")));
		return Answer.empty(204);
	}

	void forget() {
		this.files.clear();
		this.downloads.clear();
	}

	Answer answer(Call call, List<String> path) {
		var file = path.isEmpty() ? Optional.<File>empty() : file(path.getFirst());
		if (file.isEmpty()) {
			return Answer.error(404, "itemNotFound", "The sharing link no longer exists.");
		}
		if (file.get().status() != 200) {
			return refused(file.get().status());
		}
		return path.getLast().equals("content") ? content(file.get()) : item(file.get());
	}

	/**
	 * Without a token; one that comes with it is refused, as it must never be sent here.
	 */
	Answer download(Call call, String ticket) {
		var file = this.downloads.get(ticket);
		if (file == null || !call.header("authorization").isEmpty()) {
			return Answer.text(401, "The address has ended, or was asked with a token.");
		}
		return Answer.bytes("application/octet-stream", file.bytes());
	}

	private Optional<File> file(String share) {
		if (!share.startsWith("u!")) {
			return Optional.empty();
		}
		var address = new String(Base64.getUrlDecoder().decode(share.substring(2)), StandardCharsets.UTF_8);
		return Optional.ofNullable(this.files.get(address));
	}

	private static Answer refused(int status) {
		var answer = Answer.error(status, (status == 403) ? "accessDenied" : "generalException", "It is refused.");
		return (status == 429 || status == 503) ? answer.with("Retry-After", "1") : answer;
	}

	private Answer item(File file) {
		if (file.restless()) {
			this.files.computeIfPresent(file.address(), (_, one) -> new File(one.address(), one.name(), one.bytes(),
					one.version() + 1, one.modifiedAt(), one.leadsTo(), one.status(), one.folder(), true));
		}
		var item = new LinkedHashMap<String, Object>();
		item.put("id", "01" + UUID.nameUUIDFromBytes(file.address().getBytes(StandardCharsets.UTF_8)));
		item.put("name", file.name());
		item.put("size", file.bytes().length);
		item.put("eTag", "\"{A1},%d\"".formatted(file.version()));
		item.put("cTag", "\"c:{A1},%d\"".formatted(file.version()));
		item.put("lastModifiedDateTime", file.modifiedAt().toString());
		item.put("webUrl", file.address().replaceAll("\\?.*$", ""));
		item.put("publication", Map.of("level", "published", "versionId", file.version() + ".0"));
		item.put(file.folder() ? "folder" : "file",
				file.folder() ? Map.of("childCount", 2) : Map.of("mimeType", "text/plain"));
		return Answer.json(200, item);
	}

	private Answer content(File file) {
		var ticket = UUID.randomUUID().toString();
		this.downloads.put(ticket, file);
		return Answer.empty(302)
			.with("Location", file.leadsTo().isEmpty() ? this.tenant.get() + DOWNLOADS + ticket : file.leadsTo());
	}

}
