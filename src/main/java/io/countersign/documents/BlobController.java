package io.countersign.documents;

import java.util.List;
import java.util.Optional;

import io.countersign.problem.NotFound;

import org.springframework.core.io.Resource;
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
	 * The exact bytes, as a download whatever they are; in ranges where wanted. 409 while
	 * a virus scanner is set and has not cleared the file.
	 */
	@GetMapping("/api/v1/blobs/{sha256}")
	ResponseEntity<Resource> blob(@PathVariable String sha256) {
		var document = DocumentId.parse(sha256)
			.flatMap(this.documents::find)
			.orElseThrow(() -> new NotFound("file", sha256));
		var type = Optional.ofNullable(this.documents.texts(List.of(document.id())).get(document.id()))
			.flatMap(DocumentText::mediaType);
		return Download.of(this.documents, document, document.id() + ".bin", type);
	}

}
