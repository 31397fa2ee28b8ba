package io.countersign.sandbox.story;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.countersign.scenario.Letter;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class StoryTests {

	private static final Instant TUESDAY = Instant.parse("2026-11-24T08:00:00Z");

	private final Story story = Story.named("ministry");

	private final Map<String, Letter> letters = letters();

	@Test
	void aMorningHasAboutSixtyMailsOverEightMailboxesAndMostOfItLive() {
		assertThat(this.story.people()).hasSize(8);
		assertThat(this.letters).hasSizeBetween(55, 65);
		assertThat(this.story.mails()).filteredOn((scene) -> !scene.offset().isNegative())
			.hasSizeGreaterThan(30)
			.allMatch((scene) -> scene.offset().compareTo(Duration.ofMinutes(2)) < 0);
	}

	@Test
	void everybodyGetsMail() {
		var reached = this.letters.values()
			.stream()
			.flatMap((letter) -> Stream.concat(letter.to().stream(), letter.cc().stream()))
			.collect(Collectors.toSet());

		assertThat(reached).containsAll(this.story.people());
	}

	@Test
	void anAnswerQuotesTheThreadAndIsLinkedToIt() {
		var asked = letter("s412");
		var answer = letter("s412-yes");

		assertThat(answer.references()).containsExactly(asked.messageId());
		assertThat(answer.text()).startsWith("Godkendt - men ret venligst stavefejlen i afsnit 2.")
			.contains("Sendt fra Outlook til iOS")
			.contains("Fra: Dan Friis")
			.contains("Emne: Udkast til svar");
		assertThat(answer.to()).extracting("key").containsExactly("dan", "bo");
	}

	@Test
	void deadlinesLieAheadOnWorkingDays() {
		assertThat(letter("s412").text()).contains("Frist fredag den 27. november kl. 12");
		assertThat(letter("dpa").text()).contains("Tuesday 1 December");
	}

	@Test
	void anUnknownStoryIsNamed() {
		assertThatIllegalArgumentException().isThrownBy(() -> Story.named("opera")).withMessageContaining("opera");
	}

	private Letter letter(String id) {
		return Optional.ofNullable(this.letters.get(id)).orElseThrow();
	}

	private Map<String, Letter> letters() {
		var script = new Script(this.story, Clock.fixed(TUESDAY, ZoneOffset.UTC));
		var written = new HashMap<String, Letter>();
		this.story.mails()
			.stream()
			.sorted(Comparator.comparing(Story.Scene::offset))
			.forEach((scene) -> written.put(scene.id(), script.write(scene, TUESDAY.plus(scene.offset()))));
		return written;
	}

}
