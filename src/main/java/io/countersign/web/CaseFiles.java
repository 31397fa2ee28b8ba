package io.countersign.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.countersign.cases.CaseDocument;
import io.countersign.documents.Blocked;
import io.countersign.documents.CloudCopy;
import io.countersign.documents.CloudLink;
import io.countersign.documents.Contained;
import io.countersign.documents.DocumentId;
import io.countersign.documents.DocumentText;
import io.countersign.documents.Documents;
import io.countersign.intake.Message;
import io.countersign.intake.Part;

/** All files of a case: what mails brought, what lies within that, and pictures. */
final class CaseFiles {

	private final Map<DocumentId, DocumentText> texts;

	private final Map<DocumentId, List<Contained>> within;

	private final Map<DocumentId, Blocked> blocked;

	private final List<CaseDocument> brought;

	private final List<Part> inline;

	private final List<CloudLink> links;

	private CaseFiles(Map<DocumentId, DocumentText> texts, Map<DocumentId, List<Contained>> within,
			Map<DocumentId, Blocked> blocked, List<CaseDocument> brought, List<Part> inline, List<CloudLink> links) {
		this.links = links;
		this.texts = texts;
		this.within = within;
		this.blocked = blocked;
		this.brought = brought;
		this.inline = inline;
	}

	static CaseFiles of(Documents documents, List<CaseDocument> brought, Collection<Message> letters) {
		var inline = letters.stream()
			.flatMap((letter) -> letter.parts().stream())
			.filter((part) -> part.role() == Part.Role.INLINE)
			.toList();
		var links = letters.stream()
			.flatMap((letter) -> documents.links(letter.pointers()).stream())
			.distinct()
			.toList();
		var ids = brought.stream().map(CaseDocument::sha256).distinct().toList();
		var all = new ArrayList<>(ids);
		inline.forEach((part) -> all.add(part.document()));
		links.forEach((link) -> link.copy().map(CloudCopy::file).ifPresent(all::add));
		var texts = documents.texts(all);
		var within = documents.within(ids);
		within.values().forEach((inner) -> inner.forEach((one) -> all.add(one.document())));
		return new CaseFiles(texts, within, documents.blocked(all), brought, inline, links);
	}

	public CaseFile of(CaseDocument file) {
		return new CaseFile(file.sha256(), 0, file.name(), file.name(), file.mediaType(), file.size(),
				Optional.ofNullable(this.texts.get(file.sha256())), reason(file.sha256()));
	}

	/** What lies within a file, without the pictures that say nothing. */
	public List<CaseFile> within(CaseDocument file) {
		return this.within.getOrDefault(file.sha256(), List.of())
			.stream()
			.filter((one) -> !one.inline() || matters(Optional.of(one.text())))
			.map(this::of)
			.toList();
	}

	/** Pictures in the text of mails that may say something; logos are left out. */
	public List<CaseFile> pictures() {
		return this.inline.stream().map(this::of).filter((one) -> matters(one.text())).distinct().toList();
	}

	/** Files that mails point to and do not bring. */
	public List<CloudLink> links() {
		return this.links;
	}

	/** The copy of what a mail points to. */
	public CaseFile of(CloudCopy copy) {
		return new CaseFile(copy.file(), 0, copy.name(), copy.name(), copy.mediaType(), copy.size(),
				Optional.ofNullable(this.texts.get(copy.file())), reason(copy.file()));
	}

	/** Any file of the case, also one that is not listed. */
	Optional<CaseFile> find(DocumentId id) {
		var inner = this.within.values().stream().flatMap(List::stream).map(this::of);
		var copies = this.links.stream().flatMap((link) -> link.copy().stream()).map(this::of);
		return Stream.of(this.brought.stream().map(this::of), inner, this.inline.stream().map(this::of), copies)
			.flatMap((files) -> files)
			.filter((file) -> file.id().equals(id))
			.findFirst();
	}

	private CaseFile of(Part part) {
		return new CaseFile(part.document(), 0, part.name(), part.name(), part.mediaType(), part.size(),
				Optional.ofNullable(this.texts.get(part.document())), reason(part.document()));
	}

	private CaseFile of(Contained file) {
		return new CaseFile(file.document(), file.depth(), file.name(), file.path(), file.declaredType(), file.size(),
				Optional.of(file.text()), reason(file.document()));
	}

	private Optional<Blocked> reason(DocumentId file) {
		return Optional.ofNullable(this.blocked.get(file));
	}

	private static boolean matters(Optional<DocumentText> text) {
		return text.flatMap(DocumentText::picture).filter(DocumentText.Picture::matters).isPresent();
	}

}
