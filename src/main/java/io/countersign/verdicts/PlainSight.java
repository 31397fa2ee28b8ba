package io.countersign.verdicts;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/**
 * Whether a reader sees the words of a mail as they stand in its HTML. Everything is
 * looked at from the top to the end of its author's own words: a style or an element that
 * is not known to be harmless is a doubt, and so is what shows something that is no text.
 */
final class PlainSight implements NodeFilter {

	/** What lays out words and does nothing else to them. */
	private static final Set<String> PLAIN = Set.of("html", "body", "div", "p", "span", "font", "b", "strong", "i",
			"em", "u", "a", "br", "table", "tbody", "thead", "tfoot", "tr", "td", "th", "caption", "colgroup", "col",
			"ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre", "tt", "h1", "h2", "h3", "h4", "h5", "h6", "center",
			"section", "article", "main", "header", "footer", "aside", "nav", "small", "big", "mark", "sub", "sup",
			"address", "abbr", "nobr", "wbr", "hr", "img", "figure", "time", "label", "style", "meta", "link", "title",
			"base", "head", "xml", "bdi");

	/** Where mail programs put what is older. */
	private static final Pattern OLDER = Pattern.compile("quote|cite|reply(?!to)|forward|history|original|previous");

	private static final Pattern OF_AN_EDITOR = Pattern.compile("gmail_quote|moz-cite|elementtoproof|noquote");

	/** Gmail puts what is written between quoted passages into it too. */
	private static final String AROUND_QUOTE = "gmail_quote";

	/** What shows words that are no text of the mail. */
	private static final String SHOWING = "input[value]:not([type=hidden]), input[placeholder], textarea, iframe,"
			+ " object, embed";

	private static final String QUOTED = "blockquote";

	/** VML, which some programs draw and others show as text. */
	private static final String DRAWN = "v:";

	/** Words or signs that stand for assent where a picture is shown as them. */
	private static final Pattern PLEASED = Pattern.compile("[\\s\uFE0F\u200D👍👌👏🙏🎉✅✔☑🙂😊😀😃😄☺❤💪🏻🏼🏽🏾🏿]++");

	/** What a program puts into a mail to be told that it was opened. */
	private static final Pattern SPOT = Pattern.compile("[01](?:px)?");

	/** Nobody writes an answer in more. */
	private static final int MOST_ELEMENTS = 2_000;

	private static final int MOST_PICTURES = 100;

	private final WordList own;

	private final Styles styles;

	private final String wanted;

	private final StringBuilder passed = new StringBuilder();

	private final Set<Element> seen = Collections.newSetFromMap(new IdentityHashMap<>());

	/** Behind the last place where the words stand, counted in words. */
	private final int end;

	private int words;

	private int pictures;

	private boolean found;

	private boolean ended;

	private boolean lineEnded;

	private boolean doubtful;

	private PlainSight(Document html, WordList own, Styles styles) {
		this.own = own;
		this.styles = styles;
		var all = html.body().nodeStream(TextNode.class).flatMap((node) -> words(node).words().stream()).toList();
		this.end = Collections.lastIndexOfSubList(all, own.words()) + own.words().size();
		this.wanted = String.join("", own.words());
	}

	static boolean shows(Document html, WordList own) {
		return Styles.of(html).filter((styles) -> new PlainSight(html, own, styles).shows(html)).isPresent();
	}

	private boolean shows(Document html) {
		html.filter(this);
		return !this.doubtful && !QuoteMarks.areOpenIn(html)
				&& html.select(SHOWING).stream().allMatch(PlainSight::isQuoted)
				&& html.nodeStream(Comment.class).noneMatch((one) -> isShownSomewhere(one) && !isQuoted(one));
	}

	@Override
	public FilterResult head(Node node, int depth) {
		if (node.nameIs("head")) {
			return FilterResult.SKIP_CHILDREN;
		}
		switch (node) {
			case TextNode words when !words.isBlank() && this.lineEnded -> {
				return FilterResult.STOP;
			}
			case TextNode words when !words.isBlank() -> read(words);
			case Document _ -> {
			}
			case Element element -> meet(element);
			default -> {
			}
		}
		return this.doubtful ? FilterResult.STOP : FilterResult.CONTINUE;
	}

	/**
	 * What stands behind them in the same line is looked at too, and what holds no words
	 * up to the next ones: a line may be drawn there.
	 */
	@Override
	public FilterResult tail(Node node, int depth) {
		this.lineEnded |= this.ended && endsLine(node);
		return FilterResult.CONTINUE;
	}

	private void read(TextNode node) {
		var words = words(node);
		var isOwn = this.own.contain(words);
		for (var around = node.parent(); around instanceof Element element; around = element.parent()) {
			this.doubtful |= (this.seen.add(element) && !isPlain(element))
					|| (isOwn && (isForOlderWords(element) || QuoteMarks.areOn(element)));
		}
		this.doubtful |= this.seen.size() > MOST_ELEMENTS || !this.styles.show(node) || !this.styles.areReadable(node);
		var from = Math.max(0, this.passed.length() - this.wanted.length());
		words.words().forEach(this.passed::append);
		this.words += words.words().size();
		this.found |= this.passed.indexOf(this.wanted, from) >= 0;
		this.ended = this.found && this.words >= this.end;
	}

	private static WordList words(TextNode node) {
		return WordList.of(node.getWholeText());
	}

	private void meet(Element element) {
		this.doubtful |= !element.hasText() && this.styles.move(element);
		if (this.lineEnded) {
			return;
		}
		if (element.normalName().equals("img")) {
			this.doubtful |= !isSpot(element) && !PLEASED.matcher(element.attr("alt").strip()).matches()
					&& (++this.pictures > MOST_PICTURES || isInALineOfWords(element));
		}
		else if (!PLAIN.contains(element.normalName()) && element.normalName().indexOf(':') < 0) {
			this.doubtful |= !element.attr("type").equalsIgnoreCase("hidden");
		}
	}

	private boolean isPlain(Element element) {
		return !element.normalName().startsWith(DRAWN) && !element.hasAttr("hidden") && !element.hasAttr("popover")
				&& this.styles.areHarmlessTo(element);
	}

	private static boolean isForOlderWords(Element element) {
		var marks = "%s %s %s %s"
			.formatted(element.className(), element.id(), element.attr("name"), element.attr("data-marker"))
			.toLowerCase(Locale.ROOT);
		return OLDER.matcher(OF_AN_EDITOR.matcher(marks).replaceAll("")).find()
				|| (marks.contains(AROUND_QUOTE) && element.selectFirst("blockquote") == null);
	}

	private static boolean isSpot(Element picture) {
		return SPOT.matcher(picture.attr("width")).matches() && SPOT.matcher(picture.attr("height")).matches();
	}

	private static boolean isQuoted(Node node) {
		for (var around = node.parent(); around != null; around = around.parent()) {
			if (around.nameIs(QUOTED)) {
				return true;
			}
		}
		return false;
	}

	private static boolean isInALineOfWords(Element picture) {
		for (Node inside = picture; inside != null && !endsLine(inside); inside = inside.parent()) {
			if (isBesideWords(inside, Node::previousSibling) || isBesideWords(inside, Node::nextSibling)) {
				return true;
			}
		}
		return false;
	}

	private static boolean isBesideWords(Node node, Function<Node, @Nullable Node> next) {
		for (var beside = next.apply(node); beside != null && !endsLine(beside); beside = next.apply(beside)) {
			if (beside instanceof TextNode words ? !words.isBlank()
					: beside instanceof Element element && element.hasText()) {
				return true;
			}
		}
		return false;
	}

	private static boolean endsLine(Node node) {
		return node instanceof Element element && (element.isBlock() || element.normalName().equals("br"));
	}

	/** Word reads comments under a condition, and other programs do not. */
	private static boolean isShownSomewhere(Comment comment) {
		var data = comment.getData().strip();
		if (!data.startsWith("[if")) {
			return false;
		}
		var inside = Jsoup.parse(data.substring(Math.max(0, data.indexOf('>') + 1)));
		inside.select("xml, style, script").remove();
		return !WordList.of(inside.text().replace("<![endif]", "")).words().isEmpty();
	}

}
