package io.countersign.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Set;

import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.MimeIOException;
import org.apache.james.mime4j.codec.Base64InputStream;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.field.LenientFieldParser;
import org.apache.james.mime4j.message.DefaultBodyDescriptorBuilder;
import org.apache.james.mime4j.message.MaximalBodyDescriptor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;

import io.countersign.intake.BoundedStream.LimitReached;
import io.countersign.intake.Evidence.Calendar;
import io.countersign.intake.Evidence.Defect;

/**
 * Goes through the parts of a mail once, from first to last, without recursion. A mail
 * within a mail is one part.
 */
class MimeWalk {

	/** What is done with each part that holds something. */
	interface Visitor {

		void part(PartHeader header, InputStream content) throws IOException;

	}

	/** RFC 2045 section 6; what is encoded in another way is no text to anybody. */
	private static final Set<String> ENCODINGS = Set.of("", "7bit", "8bit", "binary", "quoted-printable", "base64");

	private final Limits limits;

	private final ParsingTime time;

	private final Set<Defect> defects = EnumSet.noneOf(Defect.class);

	private final Set<String> remarks = new LinkedHashSet<>();

	private final Set<String> types = new LinkedHashSet<>();

	private final Set<Calendar> calendars = EnumSet.noneOf(Calendar.class);

	private final Deque<Container> around = new ArrayDeque<>();

	private final EntityFields fields = new EntityFields(this.defects);

	private int containers;

	private int parts;

	private boolean complete;

	MimeWalk(Limits limits, ParsingTime time) {
		this.limits = limits;
		this.time = time;
	}

	Set<Defect> defects() {
		return this.defects;
	}

	/** What was left out, each in a sentence. */
	Set<String> remarks() {
		return this.remarks;
	}

	Set<String> types() {
		return this.types;
	}

	Set<Calendar> calendars() {
		return this.calendars;
	}

	int parts() {
		return this.parts;
	}

	/** Whether every part was visited. */
	boolean isComplete() {
		return this.complete;
	}

	/** What the mail says stays hidden from us. */
	void unreadable(String sentence) {
		this.remarks.add(sentence);
	}

	/**
	 * @param contentHeader the fields of the top-level header that concern its content
	 */
	void walk(String contentHeader, InputStream body, Visitor visitor) throws IOException {
		var mail = new SequenceInputStream(
				new ByteArrayInputStream((contentHeader + "\r\n").getBytes(StandardCharsets.ISO_8859_1)),
				new BoundedStream(body, this.limits, this.time));
		var tokens = tokens();
		tokens.parse(mail);
		try {
			for (var state = tokens.getState(); state != EntityState.T_END_OF_STREAM; state = tokens.next()) {
				step(state, tokens, visitor);
			}
			this.complete = this.remarks.isEmpty();
		}
		catch (LimitReached ex) {
			leftOut(String.valueOf(ex.getMessage()));
		}
		catch (MimeException | MimeIOException ex) {
			this.defects.add(Defect.MALFORMED);
			leftOut("The structure of the mail is broken; what stands behind the break was left out.");
		}
	}

	private void step(EntityState state, MimeTokenStream tokens, Visitor visitor) throws IOException {
		switch (state) {
			case T_START_HEADER -> this.fields.begin();
			case T_FIELD -> this.fields.inspect(tokens.getField());
			case T_START_MULTIPART -> enter(tokens, visitor);
			case T_END_MULTIPART -> this.around.poll();
			case T_BODY -> visit(tokens, visitor);
			default -> {
			}
		}
	}

	private void enter(MimeTokenStream tokens, Visitor visitor) throws IOException {
		var multipart = (MaximalBodyDescriptor) tokens.getBodyDescriptor();
		var container = new Container(PartHeader.lower(multipart.getMimeType()),
				String.valueOf(multipart.getBoundary()), ++this.containers);
		if (this.around.stream().anyMatch((outer) -> outer.boundary().equals(container.boundary()))) {
			this.defects.add(Defect.AMBIGUOUS);
		}
		if (this.around.size() >= this.limits.depth()) {
			leftOut("Its parts are nested more than %d levels deep; the deepest were kept as one file."
				.formatted(this.limits.depth()));
			visitor.part(header(tokens), tokens.getInputStream());
		}
		this.types.add(container.mediaType());
		this.around.push(container);
	}

	private void visit(MimeTokenStream tokens, Visitor visitor) throws IOException {
		if (++this.parts > this.limits.parts()) {
			throw new LimitReached("It has more than %d parts; the rest was left out.".formatted(this.limits.parts()));
		}
		var part = header(tokens);
		this.types.add(part.mediaType());
		if (part.isBody() && !isReadable(part)) {
			this.defects.add(Defect.MALFORMED);
		}
		if (OtherForm.is(part, this.around.stream().map(Container::mediaType).toList())) {
			this.defects.add(Defect.OTHER_FORM);
		}
		if (part.otherName().isPresent()) {
			this.defects.add(Defect.AMBIGUOUS);
		}
		var watched = part.isCalendar() ? watched(part, visitor) : visitor;
		if (part.transferEncoding().equals("base64")) {
			visitBase64(part, tokens, watched);
		}
		else {
			watched.part(part, tokens.getDecodedInputStream());
		}
	}

	/** A calendar is read to its end, whatever its visitor takes of it. */
	private Visitor watched(PartHeader part, Visitor visitor) {
		var methods = new CalendarMethods();
		this.fields.types().forEach(methods::declared);
		if (!isReadable(part)) {
			methods.unreadable();
		}
		var beside = !this.around.isEmpty()
				&& !OtherForm.isAmongForms(this.around.stream().map(Container::mediaType).toList());
		return (header, content) -> {
			var calendar = new CalendarStream(content, methods);
			visitor.part(header, calendar);
			calendar.transferTo(OutputStream.nullOutputStream());
			calendar.end();
			this.calendars.add(methods.calendar(beside, part.disposition().equals("attachment")));
		};
	}

	private static boolean isReadable(PartHeader part) {
		return StoredText.knows(part.charset()) && ENCODINGS.contains(part.transferEncoding());
	}

	private void visitBase64(PartHeader part, MimeTokenStream tokens, Visitor visitor) throws IOException {
		var watch = new PaddingWatch(tokens.getInputStream());
		visitor.part(part, new Base64InputStream(watch, DecodeMonitor.SILENT));
		watch.transferTo(OutputStream.nullOutputStream());
		if (watch.goesOn()) {
			this.defects.add(Defect.AMBIGUOUS);
		}
		if (watch.isMixed() && part.isBody()) {
			this.defects.add(Defect.MALFORMED);
		}
	}

	private PartHeader header(MimeTokenStream tokens) {
		var outer = this.around.isEmpty() ? Container.NONE : this.around.getFirst();
		return PartHeader.of((MaximalBodyDescriptor) tokens.getBodyDescriptor(), outer.mediaType(), outer.number());
	}

	private void leftOut(String sentence) {
		this.defects.add(Defect.LIMIT_REACHED);
		this.remarks.add(sentence);
	}

	private MimeTokenStream tokens() {
		var longest = Math.toIntExact(this.limits.headerField().toBytes());
		var config = MimeConfig.custom()
			.setMaxHeaderCount(this.limits.headerFields())
			.setMaxHeaderLen(longest)
			.setMaxLineLen(longest)
			.setMaxContentLen(-1)
			.build();
		var tokens = new MimeTokenStream(config, new Malformations(this.defects),
				new DefaultBodyDescriptorBuilder(null, LenientFieldParser.getParser(), DecodeMonitor.SILENT));
		tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
		return tokens;
	}

	private record Container(String mediaType, String boundary, int number) {

		private static final Container NONE = new Container("", "", 0);

	}

}
