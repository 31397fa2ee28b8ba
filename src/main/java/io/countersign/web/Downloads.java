package io.countersign.web;

import io.countersign.cases.CaseView;
import io.countersign.documents.DocumentId;
import io.countersign.documents.Documents;
import io.countersign.documents.Download;
import io.countersign.identity.Clearance;
import io.countersign.intake.MessageId;
import io.countersign.intake.Messages;
import io.countersign.intake.Quarantine;
import io.countersign.problem.NotFound;

import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The bytes that people fetch, from whichever host: who may have them is asked here. */
@Component
class Downloads {

	private final CaseAccess access;

	private final Documents documents;

	private final Messages messages;

	private final Quarantine quarantine;

	Downloads(CaseAccess access, Documents documents, Messages messages, Quarantine quarantine) {
		this.access = access;
		this.documents = documents;
		this.messages = messages;
		this.quarantine = quarantine;
	}

	/** The exact bytes of a file of a case, as a download whatever they are. */
	ResponseEntity<Resource> file(String id, String sha256, Clearance clearance) {
		var file = find(this.access.read(id, clearance), sha256);
		var stored = this.documents.find(file.id()).orElseThrow(() -> new NotFound("file", sha256));
		return Download.of(this.documents, stored, file.name(), file.detectedType());
	}

	/** A mail in quarantine as it came, as a download whatever it is. */
	ResponseEntity<Resource> mail(String message, Clearance clearance) {
		var kept = kept(message, clearance);
		var raw = this.quarantine.original(kept.id()).orElseThrow(() -> new NotFound("message", message));
		this.documents.requireCleared(raw.id());
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_OCTET_STREAM)
			.contentLength(raw.size())
			.cacheControl(CacheControl.noStore().cachePrivate())
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename(kept.id() + ".eml").build().toString())
			.header("X-Content-Type-Options", "nosniff")
			.header("Content-Security-Policy", "sandbox; default-src 'none'")
			.header("Cross-Origin-Resource-Policy", "same-origin")
			.body(new InputStreamResource(() -> this.documents.open(raw.id(), 0)));
	}

	Quarantine.Kept kept(String message, Clearance clearance) {
		return this.quarantine.find(new MessageId(message))
			.filter((one) -> maySee(one, clearance))
			.orElseThrow(() -> new NotFound("message in quarantine", message));
	}

	static boolean maySee(Quarantine.Kept kept, Clearance clearance) {
		return clearance.everything() || kept.mailboxes().contains(clearance.person());
	}

	/** A file of this case, and of no other. */
	CaseFile find(CaseView view, String sha256) {
		var letters = view.messages()
			.stream()
			.limit(CasePages.MOST_LETTERS)
			.flatMap((joined) -> this.messages.find(joined.message()).stream())
			.toList();
		return DocumentId.parse(sha256)
			.flatMap((named) -> CaseFiles.of(this.documents, view.files(), letters).find(named))
			.orElseThrow(() -> new NotFound("file", sha256));
	}

}
