package io.countersign.sandbox.story;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import io.countersign.sandbox.story.Story.Scene;
import io.countersign.scenario.Correspondent;
import io.countersign.scenario.Letter;
import org.jspecify.annotations.Nullable;

/** Turns each scene into the letter its author's mail program would send. */
final class Script {

	private static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");

	private static final Pattern WORKING_DAYS_AHEAD = Pattern.compile("\\{\\+(\\d)}");

	private static final DateTimeFormatter DANISH_DAY = DateTimeFormatter.ofPattern("EEEE 'den' d. MMMM",
			Locale.of("da"));

	private static final DateTimeFormatter ENGLISH_DAY = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.ENGLISH);

	private final Story story;

	private final Clock clock;

	private final Map<String, Letter> written = new HashMap<>();

	Script(Story story, Clock clock) {
		this.story = story;
		this.clock = clock;
	}

	/** Writes the letter; an answer needs the letter it answers to be written before. */
	Letter write(Scene scene, Instant at) {
		var letter = scene.answers()
			.map((id) -> answer(scene, writtenBefore(id), at))
			.orElseGet(() -> fresh(scene, at));
		var complete = withHeaders(scene, withFiles(scene, letter));
		this.written.put(scene.id(), complete);
		return complete;
	}

	private Letter writtenBefore(String id) {
		return Optional.ofNullable(this.written.get(id))
			.orElseThrow(() -> new IllegalStateException("'%s' is answered before it is written".formatted(id)));
	}

	private Letter fresh(Scene scene, Instant at) {
		return Letter
			.of(this.story.role(scene.from()), roles(scene.to()), subject(scene), words(scene), at.atZone(COPENHAGEN))
			.copyTo(roles(scene.cc()).toArray(Correspondent[]::new));
	}

	private Letter answer(Scene scene, Letter asked, Instant at) {
		var author = this.story.role(scene.from());
		var answer = asked.answeredBy(author, words(scene) + asked.quoted(), at.atZone(COPENHAGEN));
		var to = new LinkedHashSet<Correspondent>(answer.to());
		var cc = new LinkedHashSet<Correspondent>();
		if (scene.all()) {
			to.addAll(asked.to());
			cc.addAll(asked.cc());
			to.remove(author);
			cc.remove(author);
		}
		return new Letter(answer.messageId(), author, List.copyOf(to), List.copyOf(cc),
				(scene.subject() != null) ? subject(scene) : answer.subject(), answer.text(), answer.sentAt(),
				answer.references(), List.of(), List.of());
	}

	private static Letter withFiles(Scene scene, Letter letter) {
		var complete = letter;
		for (var file : (scene.files() != null) ? scene.files() : List.<Story.Enclosure>of()) {
			complete = complete.with(file.name(), file.text());
		}
		return complete;
	}

	private static Letter withHeaders(Scene scene, Letter letter) {
		var fields = new ArrayList<String>();
		if (scene.auto()) {
			fields.add("Auto-Submitted: " + (scene.answers().isPresent() ? "auto-replied" : "auto-generated"));
			fields.add("X-Auto-Response-Suppress: All");
		}
		if (scene.list() != null) {
			fields.add("List-Id: <%s>".formatted(scene.list()));
			fields.add("List-Unsubscribe: <mailto:unsubscribe@%s>".formatted(scene.list()));
		}
		var complete = letter;
		for (var field : fields) {
			complete = complete.header(field);
		}
		return complete;
	}

	private List<Story.Role> roles(@Nullable List<String> keys) {
		return (keys != null) ? keys.stream().map(this.story::role).toList() : List.of();
	}

	private String subject(Scene scene) {
		return (scene.subject() != null) ? scene.subject() : "";
	}

	private String words(Scene scene) {
		var text = WORKING_DAYS_AHEAD.matcher(scene.text())
			.replaceAll((match) -> day(Integer.parseInt(match.group(1)), scene.isEnglish()));
		var phone = scene.isEnglish() ? "\n\nSent from Outlook for iOS" : "\n\nSendt fra Outlook til iOS";
		return text.strip() + (scene.phone() ? phone : "");
	}

	private String day(int workingDays, boolean english) {
		var day = LocalDate.now(this.clock.withZone(COPENHAGEN));
		for (int left = workingDays; left > 0;) {
			day = day.plusDays(1);
			left -= isWorkingDay(day) ? 1 : 0;
		}
		return (english ? ENGLISH_DAY : DANISH_DAY).format(day);
	}

	private static boolean isWorkingDay(LocalDate day) {
		return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
	}

}
