package io.countersign.verdicts;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;

/**
 * The styles of a mail: those of its sheets, and those at its elements. Which of two that
 * contradict each other would win is left open: neither may do harm.
 *
 * @param known what is said of the elements that were looked at
 * @param made what that makes of the words in them
 */
record Styles(List<Rule> rules, Map<Element, List<Declarations>> known, Map<Element, Nested> made) {

	private static final Set<String> OF_WORDS = Set.of("color");

	/** The attributes that colour all words and links of a mail. */
	private static final List<String> OF_BODY = List.of("text", "link", "vlink", "alink");

	private static final Set<String> OF_GROUND = Set.of("background", "background-color");

	/** Where an element stands or how it is used says nothing of its words. */
	private static final Pattern BESIDE = Pattern.compile("::?+[a-z-]++(\\([^()]*+\\))?+");

	/** What a background may say behind its colour. */
	private static final Pattern PLACEMENT = Pattern
		.compile("(?<=[a-z0-9)])\\s++(?:none|repeat|no-repeat|repeat-x|repeat-y|scroll|left|top|center|0).*+");

	private static final int MOST_RULES = 500;

	/** Which elements it is about, and what it says of them. */
	record Rule(Evaluator of, Declarations says) {
	}

	/** Nothing where a part of them lies elsewhere or cannot be read. */
	static Optional<Styles> of(Document html) {
		var rules = new ArrayList<Rule>();
		for (var sheet : html.getElementsByTag("style")) {
			if (bringsMore(sheet.data())) {
				return Optional.empty();
			}
			for (var rule : StyleRule.in(sheet.data())) {
				var says = Declarations.of(rule.body());
				var of = elements(rule.selector());
				if (rules.size() > MOST_RULES || (of.isEmpty() && !says.areHarmless())) {
					return Optional.empty();
				}
				of.ifPresent((elements) -> rules.add(new Rule(elements, says)));
			}
		}
		return html.select("link[rel~=(?i)stylesheet], basefont").isEmpty()
				? Optional.of(new Styles(rules, new IdentityHashMap<>(), new IdentityHashMap<>())) : Optional.empty();
	}

	/** A sheet, a font or signs for a list that stand elsewhere or are drawn here. */
	private static boolean bringsMore(String sheet) {
		var plain = StyleRule.withoutComments(sheet).toLowerCase(Locale.ROOT);
		return plain.contains("@import") || plain.contains("@counter-style") || Fonts.areSentAlong(plain);
	}

	boolean areHarmlessTo(Element element) {
		return of(element).stream().allMatch(Declarations::areHarmless) && !Declarations.cut(of(element));
	}

	/** Whether it is shown in another place than it stands in. */
	boolean move(Element element) {
		return of(element).stream().anyMatch(Declarations::move);
	}

	/** Whether the words can be read in the size, shade and font they have in the end. */
	boolean areReadable(TextNode words) {
		var end = Nested.NOTHING;
		for (var around = words.parent(); around instanceof Element element; around = element.parent()) {
			end = end.in(this.made.computeIfAbsent(element, (one) -> Nested.of(one, of(one))));
		}
		return end.isSeen() && (!end.pictures() || Fonts.isASmile(words));
	}

	/**
	 * Whether no colour under which the words stand is that of a ground they stand on.
	 */
	boolean show(TextNode words) {
		var colours = new ArrayList<Paint>();
		var grounds = new ArrayList<Paint>();
		for (var around = words.parent(); around instanceof Element element; around = element.parent()) {
			var says = of(element);
			var isKnown = take(colours, says, OF_WORDS, colours(element))
					&& take(grounds, says, OF_GROUND, Stream.of(element.attr("bgcolor")));
			if (!isKnown || element.hasAttr("background")) {
				return false;
			}
		}
		var on = grounds.isEmpty() ? List.of(Paint.WHITE) : grounds;
		return (colours.isEmpty() ? List.of(Paint.BLACK) : colours).stream()
			.allMatch((colour) -> on.stream().allMatch(colour::isSeenOn));
	}

	private static Stream<String> colours(Element element) {
		return switch (element.normalName()) {
			case "font" -> Stream.of(element.attr("color"));
			case "body" -> OF_BODY.stream().map(element::attr);
			default -> Stream.empty();
		};
	}

	private List<Declarations> of(Element element) {
		return this.known.computeIfAbsent(element,
				(one) -> Stream
					.concat(Stream.of(Declarations.of(one.attr("style"))),
							this.rules.stream().filter((rule) -> one.is(rule.of())).map(Rule::says))
					.toList());
	}

	/** Whether each is a colour we can tell, or none at all. */
	private static boolean take(List<Paint> into, List<Declarations> says, Set<String> properties,
			Stream<String> attributes) {
		var values = Stream.concat(attributes.map((one) -> one.strip().toLowerCase(Locale.ROOT)),
				says.stream().flatMap((one) -> one.values(properties).stream()));
		return values.map((value) -> PLACEMENT.matcher(value).replaceFirst(""))
			.filter((value) -> !Paint.isNone(value, properties.equals(OF_WORDS)))
			.map(Paint::of)
			.allMatch((paint) -> paint.filter(into::add).isPresent());
	}

	private static Optional<Evaluator> elements(String selector) {
		try {
			return Optional.of(Selector.evaluatorOf(BESIDE.matcher(selector).replaceAll("")));
		}
		catch (Selector.SelectorParseException | IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

}
