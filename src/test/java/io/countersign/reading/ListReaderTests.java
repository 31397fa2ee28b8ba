package io.countersign.reading;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Answers to a numbered list, and what is taken from each: nothing is ever approved by
 * mistake.
 */
@Execution(ExecutionMode.CONCURRENT)
class ListReaderTests {

	private static final Map<Integer, String> ASKED = Map.of(1, "Merbevilling til vikardækning", 2,
			"Svar til byrådsmedlem Lars Toft", 3, "Ansættelse af ny skoleleder");

	/**
	 * The words, and for each number what they say: a question mark is what has to be
	 * confirmed, a bar in place of all numbers that none of it is taken.
	 */
	private static final String REPLIES = """
			1 ja, 2 nej, 3 drøft                                => 1 APPROVED, 2 REJECTED, 3 DEFERRED
			1 ja, 2 nej, 3 vil jeg drøfte                       => 1 APPROVED, 2 REJECTED, 3 DEFERRED
			1 yes, 2 no, 3 discuss                              => 1 APPROVED, 2 REJECTED, 3 DEFERRED
			1 approved, 2 rejected, 3 let's discuss             => 1 APPROVED, 2 REJECTED, 3 DEFERRED
			1: ja\\n2: nej\\n3: drøft                           => 1 APPROVED, 2 REJECTED, 3 DEFERRED
			1. Godkendt\\n2. Afvist\\n3. Lad os drøfte det      => 1 APPROVED, 2 REJECTED, 3 DEFERRED
			1) ok 2) ok 3) ok                                   => 1 APPROVED, 2 APPROVED, 3 APPROVED
			1 og 2 ja, 3 nej                                    => 1 APPROVED, 2 APPROVED, 3 REJECTED
			1, 2 og 3 ja                                        => 1 APPROVED, 2 APPROVED, 3 APPROVED
			1 og 3 godkendes, 2 afvises                         => 1 APPROVED, 3 APPROVED, 2 REJECTED
			1 ja; 2 nej; 3 ja                                   => 1 APPROVED, 2 REJECTED, 3 APPROVED
			1 ja - 2 nej - 3 drøft                              => 1 APPROVED, 2 REJECTED, 3 DEFERRED
			(1) ja (2) nej                                      => 1 APPROVED, 2 REJECTED
			1.ja\\n2.nej                                        => 1 APPROVED, 2 REJECTED
			1 ja                                                => 1 APPROVED
			2 nej                                               => 2 REJECTED
			Nr. 2: ja                                           => 2 APPROVED
			punkt 2 nej                                         => 2 REJECTED
			3 drøft, 1 ja                                       => 3 DEFERRED, 1 APPROVED
			Ja til punkt 1. Nej til punkt 2.                    => 1 APPROVED, 2 REJECTED
			1 godkendes, 2 godkendes ikke                       => 1 APPROVED, 2 REJECTED
			1 ikke godkendt, 2 ja                               => 1 REJECTED, 2 APPROVED
			1 Nej tak, 2 ja tak                                 => 1 REJECTED, 2 APPROVED
			Hej\\n\\n1 ja, 2 nej\\n\\nVenlig hilsen\\nBirgitte   => 1 APPROVED, 2 REJECTED
			Tak for overblikket.\\n1 ja\\n2 nej                 => 1 APPROVED, 2 REJECTED
			1 ja\\n\\nSendt fra min iPhone                      => 1 APPROVED
			1 ja men kun engangsbeløb, 2 nej                    => 1 APPROVED_WITH_CONDITIONS, 2 REJECTED
			1 ja under forudsætning af at økonomi er enig\\n2 nej => 1 APPROVED_WITH_CONDITIONS, 2 REJECTED
			1 godkendt, 2 vent til i morgen                     => 1 APPROVED, 2 DEFERRED?
			1 ja, 4 ja                                          => 1 APPROVED, 4 APPROVED
			1 ja, 0 nej                                         => 1 APPROVED, 0 REJECTED
			1 ja, 2 måske, 3 nej                                => 1 APPROVED, 2 NONE, 3 REJECTED
			1 ja og nej, 2 ja                                   => 1 NONE?, 2 APPROVED
			1 ja?\\n2 nej                                       => 1 RETURNED?, 2 REJECTED
			1 hvad koster det?\\n2 ja                           => 1 RETURNED?, 2 APPROVED
			1 send den til Anna\\n2 ja                          => 1 DELEGATED, 2 APPROVED
			1 IKKE\\n2 ja                                       => 1 NONE, 2 APPROVED
			1 👍, 2 nej                                          => 1 APPROVED?, 2 REJECTED
			1 ja, resten nej                                    => 1 NONE?
			1 ja som 2                                          => 1 NONE?
			1 ja, og 2 også                                     => 1 NONE?
			1 ja, bortset fra 2                                 => 1 NONE?
			1 ja, hvis 2 også bliver til noget                  => 1 NONE?
			1 ja, 2 nej, men 3 er jeg i tvivl om                => 1 APPROVED, 2 NONE?
			1 ja, 99 nej                                        => 1 NONE?
			1 ja 2 nej 3 ja                                     => 1 NONE?
			1 ja / 2 nej / 3 drøft                              => 1 NONE?
			ja                                                  => -
			Godkendt                                            => -
			Ja til det hele                                     => -
			Alle ja undtagen 2                                  => -
			1-3 ja                                              => -
			1 ja, 1 nej                                         => -
			1 ja, 2 ja, 3 ja, 1 nej                             => -
			a ja, b nej                                         => -
			A ja, B nej                                         => -
			1                                                   => -
			1 2 3                                               => -
			2026 ja                                             => -
			Ikke godkendt: 1 ja, 2 ja                           => -
			Not approved: 1                                     => -
			Nej. 1 ja, 2 ja                                     => -
			Ja til alle: 1 ja, 2 nej                            => -
			Dokument 1 er fint, 2 er dårligt                    => -
			Se mine svar nedenfor                               => -
			""";

	private final Reader reader = new Reader();

	@ParameterizedTest
	@MethodSource
	void whatIsSaidOfEachNumberIsReadByItself(String words, String expected) {
		assertThat(read(words)).isEqualTo(expected);
	}

	static Stream<String[]> whatIsSaidOfEachNumberIsReadByItself() {
		return REPLIES.lines()
			.map((line) -> line.split("=>"))
			.map((pair) -> new String[] { pair[0].strip().replace("\\n", "\n"), pair[1].strip() });
	}

	@Test
	void theListItselfIsNoAnswerHoweverItIsQuoted() {
		var list = """
				1 venter på dig, 1 skal afgøres i dag
				Tirsdag 24. november. Godmorgen, Anna.

				1. Ingen frist
				   Godkendt
				   Dan indstiller. 2026-0001
				   https://countersign.example/cases/cs_1/decide

				Du kan svare på denne mail, fx «1 ja, 2 nej, 3 drøft».
				""";

		assertThat(read(list)).isEqualTo("-");
		assertThat(read(list.replaceAll("(?m)^", "> "))).isEqualTo("-");
		assertThat(read("2 nej\n\n" + list.replaceAll("(?m)^", "> "))).isEqualTo("2 REJECTED");
		assertThat(read("1. Ingen frist\n   Godkendt\n   Dan indstiller. 2026-0001\n")).doesNotContain("APPROVED");
	}

	@Test
	void answersBetweenTheLinesOfTheListAreNotTaken() {
		assertThat(read("> 1. Merbevilling\n\nja\n\n> 2. Svar til Lars Toft\n\nnej\n")).isEqualTo("-");
	}

	@Test
	void whatIsTooLongForAListIsLeftToAPerson() {
		assertThat(read("1 ja\n2 nej\n" + "og en hel masse andet ".repeat(20) + "\n3 ja")).isEqualTo("-");
	}

	@Test
	void theWordsOfANumberStandWhereTheyAreFound() {
		var words = "Hej\n\n1 nej, 2 godkendt";
		var second = read(Mail.ofText("SV: 2 venter på dig", words)).points().getLast();

		assertThat(second.words()).isEqualTo("2 godkendt");
		assertThat(second.verdict().clues()).singleElement()
			.satisfies((clue) -> assertThat(words.substring(clue.span().start(), clue.span().end()))
				.isEqualTo(clue.quote())
				.isEqualTo("godkendt"));
	}

	private ListReading read(Mail mail) {
		return this.reader.readList(mail, ASKED);
	}

	private String read(String words) {
		var reading = read(Mail.ofText("SV: 3 venter på dig, 1 skal afgøres i dag", words));
		if (reading.doubt().isPresent()) {
			assertThat(reading.points()).isEmpty();
			return "-";
		}
		return reading.points()
			.stream()
			.map((point) -> "%d %s%s".formatted(point.number(), point.verdict().label(),
					point.verdict().needsConfirmation() ? "?" : ""))
			.collect(Collectors.joining(", "));
	}

}
