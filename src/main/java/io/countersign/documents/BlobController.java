package io.countersign.documents;

import java.io.InputStream;

import io.countersign.problem.NotFound;

import org.springframework.core.io.AbstractResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class BlobController {

	private final Documents documents;

	BlobController(Documents documents) {
		this.documents = documents;
	}

	/**
	 * The exact bytes, as a download whatever they are; ranges as RFC 9110 section 14 has
	 * them.
	 */
	@GetMapping("/api/v1/blobs/{sha256}")
	ResponseEntity<Resource> blob(@PathVariable String sha256) {
		var document = DocumentId.parse(sha256)
			.flatMap(this.documents::find)
			.orElseThrow(() -> new NotFound("file", sha256));
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_OCTET_STREAM)
			.eTag(document.id().sha256())
			.header(HttpHeaders.ACCEPT_RANGES, "bytes")
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename(sha256 + ".bin").build().toString())
			.header("X-Content-Type-Options", "nosniff")
			.header("Content-Security-Policy", "sandbox; default-src 'none'")
			.header("Cross-Origin-Resource-Policy", "same-origin")
			.cacheControl(CacheControl.noStore().cachePrivate())
			.body(new Stored(document));
	}

	private final class Stored extends AbstractResource {

		private final Document document;

		private Stored(Document document) {
			this.document = document;
		}

		@Override
		public InputStream getInputStream() {
			return BlobController.this.documents.open(this.document.id(), 0);
		}

		@Override
		public long contentLength() {
			return this.document.size();
		}

		@Override
		public String getDescription() {
			return "file " + this.document.id();
		}

	}

}
