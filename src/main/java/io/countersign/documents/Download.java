package io.countersign.documents;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

import io.countersign.problem.Conflict;

import org.springframework.core.io.AbstractResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A file on its way to a person or a program: whatever it is, it is saved and never shown
 * (AT-7). Ranges are answered as RFC 9110 section 14 has them.
 */
public final class Download extends AbstractResource {

	/** What no browser runs. All else is told to be bytes. */
	private static final Set<String> HARMLESS = Set.of("image/png", "image/jpeg", "image/gif", "application/pdf");

	private final Documents documents;

	private final Document file;

	private Download(Documents documents, Document file) {
		this.documents = documents;
		this.file = file;
	}

	/**
	 * @param name without an extension, or with one its sender gave it
	 * @param detectedType what it is by its content, where that is known
	 * @throws Conflict when the virus scanner has not cleared it
	 */
	public static ResponseEntity<Resource> of(Documents documents, Document file, String name,
			Optional<String> detectedType) {
		documents.requireCleared(file.id());
		var type = detectedType.filter(HARMLESS::contains)
			.map(MediaType::parseMediaType)
			.orElse(MediaType.APPLICATION_OCTET_STREAM);
		var shown = detectedType.map((known) -> FileName.ofType(name, known)).orElse(name);
		return ResponseEntity.ok()
			.contentType(type)
			.eTag(file.id().sha256())
			.cacheControl(CacheControl.noStore().cachePrivate())
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename(shown, StandardCharsets.UTF_8).build().toString())
			.header("X-Content-Type-Options", "nosniff")
			.header("Content-Security-Policy", "sandbox; default-src 'none'")
			.header("Cross-Origin-Resource-Policy", "same-origin")
			.body(new Download(documents, file));
	}

	@Override
	public InputStream getInputStream() {
		return this.documents.open(this.file.id(), 0);
	}

	@Override
	public long contentLength() {
		return this.file.size();
	}

	@Override
	public String getDescription() {
		return "file " + this.file.id();
	}

}
