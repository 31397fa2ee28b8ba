package io.countersign.documents;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What is read in calendars, and what nobody gets by writing a strange one. */
@Execution(ExecutionMode.CONCURRENT)
class CalendarReadingTests {

	private static final ReadingRoom ROOM = new ReadingRoom();

	@AfterAll
	static void close() {
		ROOM.close();
	}

	@Test
	void whatWhenWhereAndWhoAreRead() {
		assertThat(lines("""
				METHOD:REQUEST
				BEGIN:VEVENT
				UID:1
				DTSTAMP:20261126T080000Z
				DTSTART;TZID=Europe/Copenhagen:20261201T090000
				DTEND;TZID=Europe/Copenhagen:20261201T103000
				SUMMARY;LANGUAGE=da:Direktionsmøde
				LOCATION:Mødelokale 4\\, 2. sal
				ORGANIZER;CN="Holm; Anna: direktør":mailto:anna.holm@min.example
				ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN=Dan ^'Bygning^' Friis:MAILTO:dan.friis@min.example
				STATUS:CONFIRMED
				DESCRIPTION:Første punkt\\nAndet punkt\\; se bilag\\\\2
				BEGIN:VALARM
				DESCRIPTION:Reminder
				END:VALARM
				END:VEVENT
				BEGIN:VTODO
				DUE;VALUE=DATE:20261204
				SUMMARY:Skriv referat
				END:VTODO
				""")).containsExactly("Direktionsmøde",
				"2026-12-01 09:00 (Europe/Copenhagen) \u2013 2026-12-01 10:30 (Europe/Copenhagen)",
				"Mødelokale 4, 2. sal", "Holm; Anna: direktør <anna.holm@min.example>",
				"Dan \"Bygning\" Friis <dan.friis@min.example> (ACCEPTED)", "CONFIRMED", "Første punkt",
				"Andet punkt; se bilag\\2", "Skriv referat", "2026-12-04");
	}

	@Test
	void linesAreUnfoldedAlsoWithinALetter() {
		var event = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Årets bud\r\n get\r\n\t for smørrebrød\r\nEND:VEVENT\r\n";
		var bytes = event.getBytes(StandardCharsets.UTF_8);
		var letter = event.substring(0, event.indexOf('ø')).getBytes(StandardCharsets.UTF_8).length + 1;
		var folded = new byte[bytes.length + 3];
		System.arraycopy(bytes, 0, folded, 0, letter);
		System.arraycopy("\r\n ".getBytes(StandardCharsets.US_ASCII), 0, folded, letter, 3);
		System.arraycopy(bytes, letter, folded, letter + 3, bytes.length - letter);

		assertThat(text(folded)).contains("Årets budget for smørrebrød");
	}

	@Test
	void anOldCalendarWithoutUtf8IsRead() {
		assertThat(text("BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Møde på Ærø\nEND:VEVENT\nEND:VCALENDAR\n"
			.getBytes(Charset.forName("windows-1252")))).contains("Møde på Ærø");
	}

	@Test
	void aFileThatLiesInACalendarIsHandedOut() {
		var file = "Punkt 1: budgettet".getBytes(StandardCharsets.UTF_8);
		try (var outcome = ROOM.read("mode.ics", "text/calendar", calendar("""
				BEGIN:VEVENT
				SUMMARY:Møde
				ATTACH;VALUE=BINARY;ENCODING=BASE64;FMTTYPE=text/plain;FILENAME="../../dagsorden.txt":%s
				ATTACH:https://127.0.0.1:9/hentes-aldrig
				END:VEVENT
				""".formatted(Base64.getEncoder().encodeToString(file))))) {
			assertThat(outcome.problem()).isEmpty();
			assertThat(outcome.files()).singleElement().satisfies((found) -> {
				assertThat(found.content().id()).isEqualTo(Spool.of(file).id());
				assertThat(FileName.cleaned(found.writtenName())).contains("dagsorden.txt");
			});
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "SUMMARY;X=\"never closed:Mødet", "SUMMARY;;;=;A=:Mødet",
			"SUMMARY:Mødet\nEND:VEVENT\nEND:X", "END:VEVENT\nEND:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Mødet",
			"BEGIN:VEVENT\nSUMMARY:Mødet\nBEGIN:VEVENT",
			"DTSTART:99999999T999999Z\nDTSTART:\nDTEND;TZID=:x\nSUMMARY:Mødet",
			"ATTENDEE;CN:x\nORGANIZER:\nSUMMARY:Mødet", "no colon\n:no name\n \n\t\n\nSUMMARY:Mødet",
			"ATTACH;ENCODING=BASE64:A\nSUMMARY:Mødet" })
	void IN_13_aBrokenCalendarIsReadAsFarAsItGoes(String lines) {
		assertThat(lines("BEGIN:VEVENT\n" + lines + "\nEND:VEVENT\n")).contains("Mødet");
	}

	@Test
	void AT_02_aCalendarIsNotNestedWithoutEnd() {
		try (var outcome = ROOM.read("a.ics", "text/calendar", calendar("BEGIN:VEVENT\n".repeat(500_000)))) {
			assertThat(outcome.problem().orElseThrow()).startsWith("It cannot be read");
		}
		try (var outcome = ROOM.read("b.ics", "text/calendar",
				calendar("BEGIN:VEVENT\nSUMMARY:Derefter\nEND:VEVENT\n"))) {
			assertThat(outcome.text()).contains("Derefter");
		}
	}

	@Test
	void AT_02_manyMeetingsAndEndlessLinesEndAtTheLimits() {
		var many = IntStream.range(0, 100_000)
			.mapToObj("BEGIN:VEVENT\nSUMMARY:Møde %d\nEND:VEVENT\n"::formatted)
			.collect(Collectors.joining());
		assertThat(text(calendar(many))).contains("Møde 0", "Møde 99999");
		assertThat(text(calendar("BEGIN:VEVENT\nSUMMARY:" + "a\n ".repeat(10_000_000) + "\nEND:VEVENT\n")))
			.hasSizeBetween(9_000_000, 10_100_000);
	}

	private static List<String> lines(String entries) {
		return text(calendar(entries)).lines().map(String::strip).filter((line) -> !line.isEmpty()).toList();
	}

	private static String text(byte[] calendar) {
		try (var outcome = ROOM.read("mode.ics", "text/calendar", calendar)) {
			assertThat(outcome.problem()).isEmpty();
			return outcome.text();
		}
	}

	private static byte[] calendar(String entries) {
		return ("BEGIN:VCALENDAR\nVERSION:2.0\n" + entries + "END:VCALENDAR\n").replace("\n", "\r\n")
			.getBytes(StandardCharsets.UTF_8);
	}

}
