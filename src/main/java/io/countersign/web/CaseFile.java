package io.countersign.web;

import java.util.Optional;

import io.countersign.documents.Blocked;
import io.countersign.documents.DocumentId;
import io.countersign.documents.DocumentText;
import io.countersign.documents.FileName;

/**
 * A file of a case as its page shows it.
 *
 * @param depth 0 for a file a mail brought, 1 for one within that
 * @param name as the one who sent it calls it, made fit to show
 * @param path where it lies in the file that a mail brought
 * @param declaredType what its sender says it is
 * @param blocked why it is not handed out, where the virus scanner has not cleared it
 */
record CaseFile(DocumentId id, int depth, String name, String path, String declaredType, long size,
		Optional<DocumentText> text, Optional<Blocked> blocked) {

	/** With an extension that says what it is. */
	public String shownName() {
		return detectedType().map((type) -> FileName.ofType(this.name, type)).orElse(this.name);
	}

	public Optional<String> detectedType() {
		return this.text.flatMap(DocumentText::mediaType);
	}

	/** What it is by its content, where its sender says something else. */
	public Optional<String> otherType() {
		var said = this.declaredType.split(";", 2)[0].strip();
		return detectedType().filter((type) -> !said.isEmpty() && !said.equalsIgnoreCase("application/octet-stream")
				&& !said.equalsIgnoreCase(type));
	}

	public boolean isReadable() {
		return this.blocked.isEmpty() && this.text.filter((one) -> one.state() == DocumentText.State.READ).isPresent();
	}

	public boolean isWaiting() {
		return this.blocked.isEmpty()
				&& this.text.filter((one) -> one.state() == DocumentText.State.WAITING).isPresent();
	}

	/** Why there is no text. */
	public Optional<String> reason() {
		return this.blocked.isPresent() ? Optional.empty() : this.text.flatMap(DocumentText::reason);
	}

}
