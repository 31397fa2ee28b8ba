package io.countersign.documents;

import java.util.List;
import java.util.Optional;

import com.github.therapi.runtimejavadoc.RetainJavadoc;
import io.countersign.problem.Conflict;
import io.countersign.problem.NotFound;

import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The bytes of files. */
@RestController
@RetainJavadoc
class BlobController {

	private final Documents documents;

	BlobController(Documents documents) {
		this.documents = documents;
	}

	/**
	 * Gives the exact bytes of a file, as a download whatever they are. {@code Range} is
	 * answered with 206.
	 * @param sha256 64 hex digits, as a case names its files
	 * @throws NotFound when there is no such file, or it is forgotten
	 * @throws Conflict while a virus scanner is set and has not cleared the file
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
