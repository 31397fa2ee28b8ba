package io.countersign.writeback;

import java.text.MessageFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

import io.countersign.cases.Digest;
import io.countersign.cases.DigestAnswered;
import io.countersign.cases.DigestAnswered.Result;
import io.countersign.cases.Cases;
import io.countersign.identity.Person;
import io.countersign.overview.Due;
import io.countersign.overview.DueScale;
import io.countersign.overview.Flag;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

import org.springframework.stereotype.Component;

/**
 * Words a digest, and what became of the answers to one. Titles and names are strangers'
 * words: they go in as text, in one line, and never too long.
 */
@Component
class DigestWriter {

	private static final int LONGEST = 300;

	private static final Locale DANISH = Locale.of("da");

	/** Mail programs without style sheets read colours where they are used. */
	private static final Map<String, String> TONES = Map.of("over", "#a3261d", "today", "#944300", "soon", "#6b5000",
			"later", "#2c5473", "none", "#5b6762");

	private final Cases cases;

	private final ITemplateEngine templates;

	private final WritebackProperties properties;

	private final DueScale scale;

	private final Clock clock;

	DigestWriter(Cases cases, ITemplateEngine templates, WritebackProperties properties, DueScale scale, Clock clock) {
		this.cases = cases;
		this.templates = templates;
		this.properties = properties;
		this.scale = scale;
		this.clock = clock;
	}

	/**
	 * One request as its reader sees it.
	 *
	 * @param tone over, today, soon, later or none
	 */
	record Item(int number, String caseNumber, String ask, String from, String due, String tone, String language,
			String decide, String file) {
	}

	WrittenLetter write(Person person, Digest digest, List<MorningList.Line> lines, int more, Locale language) {
		var words = words(language);
		var items = new ArrayList<Item>();
		lines.forEach((line) -> items.add(item(items.size() + 1, line, words, language)));
		var total = items.size() + more;
		var today = items.stream().filter((item) -> item.tone().equals("today") || item.tone().equals("over")).count();
		var heading = format(words, (total == 1) ? "digest.waiting.one" : "digest.waiting", language, total)
				+ ((today > 0) ? format(words, "digest.today", language, today) : "");
		var greeting = format(words, "digest.greeting", language,
				capital(DateTimeFormatter.ofPattern(words.getString("digest.day"), language).format(digest.day()),
						language),
				first(person));
		var rest = (more > 0) ? format(words, "digest.more", language, more) : "";
		var ends = format(words, "digest.answer", language, moment(digest.endsAt(), words, language));
		return new WrittenLetter(heading, text(heading, greeting, items, rest, ends, words),
				html(heading, greeting, items, rest, ends, language, words));
	}

	/** What became of each number, to the person who has answered. */
	WrittenLetter write(DigestAnswered answered, Locale language) {
		var words = words(language);
		var counted = answered.results().stream().filter((one) -> isCounted(one)).count();
		var heading = format(words, (counted == answered.results().size()) ? "digest.answered" : "digest.answered.part",
				language, counted, answered.results().size());
		var notes = (counted == answered.results().size()) ? List.<String>of()
				: List.of(words.getString("digest.answered.help"));
		var facts = new LinkedHashMap<String, String>();
		answered.results().forEach((one) -> facts.put(one.number() + ".", said(one, answered.digest(), words)));
		var when = moment(this.clock.instant(), words, language);
		var text = new StringBuilder(heading).append('\n').append(when).append("\n\n");
		notes.forEach((note) -> text.append(note).append("\n\n"));
		facts.forEach((number, line) -> text.append(number).append(' ').append(line).append('\n'));
		text.append('\n').append(words.getString("digest.mine")).append(":\n").append(link("/mine")).append("\n\n--\n");
		text.append(words.getString("alert.footer")).append('\n');
		return new WrittenLetter(heading, text.toString(), receipt(heading, when, notes, facts, words, language));
	}

	private static boolean isCounted(Result one) {
		return one.standing() == DigestAnswered.Standing.COUNTED;
	}

	private String said(Result one, Digest digest, ResourceBundle words) {
		var about = digest.entry(one.number())
			.flatMap((entry) -> this.cases.find(entry.caseId()))
			.map((file) -> "%s (%s): ".formatted(line(file.title()), file.number()))
			.orElse("");
		var outcome = one.outcome().map((read) -> words.getString("outcome." + read)).orElse("");
		return about + switch (one.standing()) {
			case COUNTED -> outcome;
			case HELD -> MessageFormat.format(words.getString("digest.held"), outcome);
			case REFUSED -> words.getString("digest.refused");
			case UNREAD -> words.getString("digest.unread");
		};
	}

	private Item item(int number, MorningList.Line line, ResourceBundle words, Locale language) {
		var row = line.row();
		var due = row.due();
		var urgent = row.flags().contains(Flag.HASTER) ? words.getString("digest.urgent") + " " : "";
		var from = row.requester()
			.map((name) -> MessageFormat.format(words.getString("digest.from"), line(name)))
			.orElse("");
		return new Item(number, row.number(), line(row.work().orElse(row.title())), from,
				urgent + words(due, words, language), due.state().name().toLowerCase(Locale.ROOT),
				line.file().language(), link("/cases/%s/decide".formatted(row.id())), link("/cases/" + row.id()));
	}

	private String words(Due due, ResourceBundle words, Locale language) {
		return due.deadline().map((at) -> {
			var day = day(local(at).toLocalDate(), due, words, language);
			var time = DateTimeFormatter.ofPattern(words.getString("digest.time"), language).format(local(at));
			return switch (due.state()) {
				case OVER -> format(words, "digest.over", language, moment(at, words, language));
				case TODAY, SOON -> "%s %s".formatted(day, time);
				case LATER, NONE, DONE -> capital(moment(at, words, language), language);
			};
		}).orElseGet(() -> words.getString("digest.none"));
	}

	private String day(LocalDate day, Due due, ResourceBundle words, Locale language) {
		if (due.state() == Due.State.TODAY) {
			return words.getString("digest.day.today");
		}
		var tomorrow = local(this.clock.instant()).toLocalDate().plusDays(1);
		return day.equals(tomorrow) ? words.getString("digest.day.tomorrow")
				: capital(day.getDayOfWeek().getDisplayName(TextStyle.FULL, language), language);
	}

	private String text(String heading, String greeting, List<Item> items, String rest, String ends,
			ResourceBundle words) {
		var text = new StringBuilder(heading).append('\n').append(greeting).append("\n\n");
		for (var item : items) {
			text.append("%d. %s%n".formatted(item.number(), item.due()))
				.append("   %s%n".formatted(item.ask()))
				.append("   %s%n".formatted((item.from() + " " + item.caseNumber()).strip()))
				.append("   %s%n%n".formatted(item.decide()));
		}
		if (!rest.isEmpty()) {
			text.append(rest).append('\n').append(link("/mine")).append("\n\n");
		}
		text.append(ends).append('\n').append(words.getString("digest.example")).append("\n\n--\n");
		return text.append(words.getString("digest.footer"))
			.append('\n')
			.append(link("/mine#digest"))
			.append('\n')
			.toString()
			.replace("\r\n", "\n");
	}

	private String html(String heading, String greeting, List<Item> items, String rest, String ends, Locale language,
			ResourceBundle words) {
		var context = context(language, words);
		context.setVariable("heading", heading);
		context.setVariable("greeting", greeting);
		context.setVariable("items", items);
		context.setVariable("tones", TONES);
		context.setVariable("rest", rest);
		context.setVariable("ends", ends);
		context.setVariable("mine", link("/mine"));
		context.setVariable("setting", link("/mine#digest"));
		return this.templates.process("mail/digest", context);
	}

	private String receipt(String heading, String when, List<String> notes, Map<String, String> facts,
			ResourceBundle words, Locale language) {
		var context = new Context(language);
		var word = words(words);
		word.put("wrong", words.getString("digest.mine"));
		word.put("footer", words.getString("alert.footer"));
		context.setVariables(Map.of("language", language.getLanguage(), "word", word, "heading", heading, "when", when,
				"notes", notes, "facts", facts, "link", link("/mine"), "wrote", "", "quote", ""));
		return this.templates.process("mail/receipt", context);
	}

	private static Context context(Locale language, ResourceBundle words) {
		var context = new Context(language);
		context.setVariable("language", language.getLanguage());
		context.setVariable("word", words(words));
		return context;
	}

	private static Map<String, String> words(ResourceBundle words) {
		var word = new HashMap<String, String>();
		words.keySet().forEach((key) -> word.put(key, words.getString(key)));
		return word;
	}

	private static ResourceBundle words(Locale language) {
		return ResourceBundle.getBundle("writeback.wording", language.equals(DANISH) ? DANISH : Locale.ENGLISH,
				ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
	}

	private static String format(ResourceBundle words, String key, Locale language, Object... values) {
		return new MessageFormat(words.getString(key), language).format(values);
	}

	private String moment(Instant at, ResourceBundle words, Locale language) {
		return DateTimeFormatter.ofPattern(words.getString("digest.moment"), language).format(local(at));
	}

	private ZonedDateTime local(Instant at) {
		return at.atZone(this.scale.zone());
	}

	private String link(String path) {
		return this.properties.baseUrl().resolve(path).toString();
	}

	/** One line, however many its writer has made of it. */
	static String line(String words) {
		var one = words.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}\\s]+", " ").strip();
		return (one.codePointCount(0, one.length()) <= LONGEST) ? one
				: one.substring(0, one.offsetByCodePoints(0, LONGEST)).strip() + "\u2026";
	}

	private static String first(Person person) {
		return line(person.displayName()).split(" ", 2)[0];
	}

	private static String capital(String words, Locale language) {
		return words.substring(0, 1).toUpperCase(language) + words.substring(1);
	}

}
