package io.countersign.journal;

import com.github.therapi.runtimejavadoc.RetainJavadoc;
import io.countersign.problem.NotFound;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Gives auditors what they check without us. */
@RestController
@RetainJavadoc
@RequestMapping("/api/v1")
class ExportController {

	private final JournalExport export;

	private final EntryRepository entries;

	ExportController(JournalExport export, EntryRepository entries) {
		this.export = export;
		this.entries = entries;
	}

	/** Gives the whole journal up to its last tree head, as a zip file. */
	@GetMapping(path = "/journal/export", produces = "application/zip")
	ResponseEntity<StreamingResponseBody> whole() {
		return zip("journal.zip", this.export::whole);
	}

	/**
	 * Gives the entries of one case with their proofs, as a zip file.
	 * @param id as events and lists name the case, beginning with {@code cs_}
	 * @throws NotFound when there is no such case
	 */
	@GetMapping(path = "/cases/{id}/proof", produces = "application/zip")
	ResponseEntity<StreamingResponseBody> ofCase(@PathVariable String id) {
		var stream = "case/" + id;
		if (!this.entries.hasStream(stream)) {
			throw new NotFound("case", id);
		}
		return zip("case-proof.zip", (into) -> this.export.stream(stream, into));
	}

	private static ResponseEntity<StreamingResponseBody> zip(String name, StreamingResponseBody body) {
		return ResponseEntity.ok()
			.contentType(MediaType.parseMediaType("application/zip"))
			.header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString())
			.body(body);
	}

}
