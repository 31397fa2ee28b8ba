package io.countersign.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Locale;

import io.countersign.documents.DocumentId;
import io.countersign.documents.Spool;
import io.countersign.intake.Evidence.Defect;

/** A mail taken apart; its files wait to be stored. */
final class ParsedMail implements AutoCloseable {

	private final Header header;

	private final MimeWalk walk;

	private final PartCollector parts;

	private final Limits limits;

	ParsedMail(Header header, MimeWalk walk, PartCollector parts, Limits limits) {
		this.header = header;
		this.walk = walk;
		this.parts = parts;
		this.limits = limits;
	}

	/** How many ways there are to read this mail. */
	int readings() {
		return ContentHeader.readings(this.header).size();
	}

	/** How much was found: of two readings the one with more files is taken. */
	int richness() {
		return this.parts.files().size();
	}

	List<Spool> files() {
		return this.parts.files().stream().map(PartCollector.Attached::content).toList();
	}

	/** The message without the places it was seen in. */
	Message message(MessageId id, DocumentId raw, String contentDigest, Instant receivedAt) {
		var header = this.header;
		var to = Parties.of(header.all("To"), this.limits.recipients());
		var cc = Parties.of(header.all("Cc"), this.limits.recipients());
		return new Message(id, evidence(raw, contentDigest), Parties.one(header.all("From")),
				Parties.one(header.all("Sender")), to.people(), cc.people(),
				StoredText.decodeHeader(header.first("Subject")), MailDate.parse(header.first("Date")), receivedAt,
				this.parts.content(), this.parts.files().stream().map(PartCollector.Attached::part).toList(),
				MailThread.of(header), List.of(), remarks(to.strange() + cc.strange()), Optional.empty());
	}

	private Evidence evidence(DocumentId raw, String contentDigest) {
		var type = this.header.first("Content-Type");
		var end = type.indexOf(';');
		var fields = this.header.fields()
			.stream()
			.map((field) -> new HeaderField(field.name(), StoredText.storable(field.value())))
			.toList();
		return new Evidence(raw, contentDigest, fields, defects(),
				StoredText.storable(((end < 0) ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT)),
				this.walk.types(), this.walk.calendars());
	}

	private EnumSet<Defect> defects() {
		var defects = EnumSet.noneOf(Defect.class);
		defects.addAll(this.header.defects());
		defects.addAll(this.walk.defects());
		if (this.parts.isAmbiguous() || readings() > 1) {
			defects.add(Defect.AMBIGUOUS);
		}
		if (!this.parts.remarks().isEmpty()) {
			defects.add(Defect.LIMIT_REACHED);
		}
		return defects;
	}

	private List<String> remarks(int strange) {
		var remarks = new ArrayList<String>();
		var defects = defects();
		if (defects.contains(Defect.AMBIGUOUS)) {
			remarks.add("Two readings of this mail are possible; it cannot decide anything.");
		}
		if (defects.contains(Defect.HEADER_CUT)) {
			remarks.add("Its header is longer than what is taken in; the rest of the header was left out.");
		}
		if (strange > 0) {
			remarks.add("%d of its receivers have no plain address and were left out.".formatted(strange));
		}
		remarks.addAll(this.walk.remarks());
		remarks.addAll(this.parts.remarks());
		return remarks;
	}

	@Override
	public void close() {
		this.parts.close();
	}

}
