package io.countersign.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;

import io.countersign.reading.Body.Line;
import io.countersign.reading.Body.Line.Origin;

/**
 * Reads HTML by its structure: what is a quote, what is a signature, what nobody sees.
 */
final class HtmlBody implements NodeVisitor {

	/** Whatever stands farther behind an ampersand does not end an entity. */
	private static final int LONGEST_ENTITY = 12;

	/** In characters; a page of no more is read whole. */
	static final int LONGEST = 1_000_000;

	/**
	 * Of a longer one; each may take a quarter of a kilobyte while it is read (IN-11).
	 */
	private static final int MOST_TAGS = 300_000;

	private final String html;

	private final Visibility visibility;

	private final StringBuilder text = new StringBuilder();

	private int[] offsets = new int[1024];

	private final List<Line> lines = new ArrayList<>();

	private final List<Clue> hidden = new ArrayList<>();

	private int lineStart;

	private Origin lineOrigin = Origin.UNMARKED;

	private @Nullable Node hiddenBy;

	private @Nullable Node preformatted;

	private @Nullable Node markedBy;

	private @Nullable Node colouredBy;

	private Origin mark = Origin.UNMARKED;

	private boolean restIsQuoted;

	private HtmlBody(String html, Document document) {
		this.html = html;
		this.visibility = Visibility.of(document);
	}

	static Body of(String page) {
		var html = (page.length() > LONGEST) ? upToMostTags(page) : page;
		var document = Parser.htmlParser().setTrackPosition(true).parseInput(html, "");
		var reader = new HtmlBody(html, document);
		document.body().traverse(reader);
		reader.addLine(false);
		return new Body(reader.text.toString(), Arrays.copyOf(reader.offsets, reader.text.length()), reader.lines,
				reader.hidden);
	}

	private static String upToMostTags(String page) {
		var tags = 0;
		var at = page.indexOf('<');
		while (at >= 0 && ++tags <= MOST_TAGS) {
			at = page.indexOf('<', at + 1);
		}
		return (at < 0) ? page : page.substring(0, at);
	}

	@Override
	public void head(Node node, int depth) {
		switch (node) {
			case TextNode words when this.hiddenBy != null -> reportHidden(words);
			case TextNode words when HtmlMarks.isSmile(words) -> {
			}
			case TextNode words -> append(words);
			case Element element -> open(element);
			default -> {
			}
		}
	}

	@Override
	public void tail(Node node, int depth) {
		if (node == this.hiddenBy) {
			this.hiddenBy = null;
		}
		if (node == this.preformatted) {
			this.preformatted = null;
		}
		if (node == this.colouredBy) {
			endLine();
			this.colouredBy = null;
		}
		if (node instanceof Element element && element.isBlock()) {
			endLine();
		}
		if (node == this.markedBy) {
			endLine();
			this.markedBy = null;
			this.mark = Origin.UNMARKED;
		}
	}

	private void open(Element element) {
		var name = element.normalName();
		if (this.hiddenBy == null && this.visibility.hides(element)) {
			this.hiddenBy = element;
		}
		if (element.isBlock() || name.equals("br")) {
			endLine();
			if (name.equals("p") && !this.lines.isEmpty()) {
				endLine(true);
			}
		}
		if (this.preformatted == null && (name.equals("pre") || element.attr("style").contains("pre-wrap"))) {
			this.preformatted = element;
		}
		this.restIsQuoted |= HtmlMarks.startsHistory(element);
		if (this.colouredBy == null && isQuoted() && HtmlMarks.isColoured(element)) {
			endLine();
			this.colouredBy = element;
		}
		if (this.markedBy == null) {
			var origin = HtmlMarks.of(element);
			if (origin != Origin.UNMARKED) {
				endLine();
				this.markedBy = element;
				this.mark = origin;
			}
		}
	}

	private boolean isQuoted() {
		return this.restIsQuoted || this.mark == Origin.QUOTED;
	}

	private void append(TextNode node) {
		var words = node.getWholeText();
		var at = node.sourceRange().isTracked() ? node.sourceRange().startPos() : 0;
		for (var i = 0; i < words.length(); i++) {
			var c = words.charAt(i);
			at = put(c, at);
		}
	}

	private int put(char c, int at) {
		var next = following(at, c);
		if (this.preformatted != null && c == '\n') {
			endLine(true);
		}
		else if (c <= ' ') {
			if (this.text.length() > this.lineStart && this.text.charAt(this.text.length() - 1) != ' ') {
				add(' ', at);
			}
		}
		else {
			if (this.text.length() == this.lineStart) {
				this.lineOrigin = !isQuoted() ? this.mark : (this.colouredBy != null) ? Origin.COLOURED : Origin.QUOTED;
			}
			add(c, at);
		}
		return next;
	}

	/** Behind the character or the entity that stands at this place of the source. */
	private int following(int at, char c) {
		if (at < this.html.length() && this.html.charAt(at) == '&' && !Character.isLowSurrogate(c)) {
			var end = this.html.indexOf(';', at, Math.min(at + LONGEST_ENTITY, this.html.length()));
			if (end > 0 && !Character.isHighSurrogate(c)) {
				return end + 1;
			}
		}
		return Math.min(at + 1, this.html.length());
	}

	private void add(char c, int at) {
		if (this.text.length() == this.offsets.length) {
			this.offsets = Arrays.copyOf(this.offsets, this.offsets.length * 2);
		}
		this.offsets[this.text.length()] = at;
		this.text.append(c);
	}

	private void endLine() {
		endLine(false);
	}

	private void endLine(boolean keepEmpty) {
		if (this.lines.size() + 1 < Body.MOST_LINES) {
			addLine(keepEmpty);
		}
		else {
			add('\n', lastOffset());
		}
	}

	private void addLine(boolean keepEmpty) {
		if (this.text.length() > this.lineStart || keepEmpty) {
			this.lines.add(Line.of(this.text, this.lineStart, this.text.length(), this.lineOrigin));
			add('\n', this.lastOffset());
			this.lineStart = this.text.length();
		}
	}

	private int lastOffset() {
		return this.text.isEmpty() ? 0 : this.offsets[this.text.length() - 1];
	}

	private void reportHidden(TextNode words) {
		if (!words.isBlank() && this.hidden.size() < 20) {
			var start = words.sourceRange().isTracked() ? words.sourceRange().startPos() : 0;
			var end = words.sourceRange().isTracked() ? words.sourceRange().endPos() : 0;
			var quote = words.text().strip();
			this.hidden.add(new Clue(new Span(start, Math.max(start, end)),
					quote.substring(0, Math.min(200, quote.length())), "html/hidden"));
		}
	}

}
