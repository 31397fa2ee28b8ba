package io.countersign.bench;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.countersign.scenario.Correspondent;
import io.countersign.scenario.Letter;

/**
 * An office's mail: one in five asks for a decision, one in ten carries 200 kB, the rest
 * is what fills mailboxes.
 */
final class Workload {

	static final int MAILBOXES = 20;

	private static final int FILE_BYTES = 200_000;

	/** Small enough for the tenant to hold ten thousand of them. */
	private static final int SMALL_FILE_BYTES = 20_000;

	private static final ZoneId ZONE = ZoneId.of("Europe/Copenhagen");

	private static final List<String> REQUESTS = List.of(
			"Kan du godkende vedlagte notat om %s? Vi skal bruge dit svar senest på fredag.",
			"Hermed forelægges sag om %s til din godkendelse. Det indstilles, at forslaget tiltrædes.",
			"Please approve the attached proposal on %s. We need your decision by Thursday.",
			"Vil du godkende, at vi går videre med %s? Fristen er onsdag kl. 12.",
			"I need your approval of the budget for %s before the end of the week.");

	private static final List<String> NOISE = List.of(
			"Tak for et godt møde i går om %s. Referatet ligger på drevet, og alle kan læse det der.",
			"Til orientering: Kantinen holder lukket på mandag, og %s flytter derfor til stueetagen.",
			"Thanks for lunch. It was good to hear how %s is coming along over at your place.",
			"Nyhedsbrev nr. 47. Læs om %s, nye kolleger og julefrokosten den 11. december.",
			"Jeg er desværre syg i dag og svarer på mails om %s, når jeg er tilbage på kontoret.",
			"For your information: the minutes on %s have been published on the intranet.");

	private static final List<String> TOPICS = List.of("skolebusserne", "letbanen", "the harbour", "vandmiljøet",
			"klimaplanen", "the new archive", "kontrakten med leverandøren", "svaret på S 412", "the fire station",
			"budgetforliget", "ungdomsboligerne", "the data centre");

	private final Random random;

	private final int filesInTen;

	private final int fileBytes;

	private Workload(long seed, int filesInTen, int fileBytes) {
		this.random = new Random(seed);
		this.filesInTen = filesInTen;
		this.fileBytes = fileBytes;
	}

	/** What is measured. */
	static Workload of(long seed) {
		return new Workload(seed, 1, FILE_BYTES);
	}

	/** What fills a store: as many files, and small ones. */
	static Workload small(long seed) {
		return new Workload(seed, 1, SMALL_FILE_BYTES);
	}

	static Workload withoutFiles(long seed) {
		return new Workload(seed, 0, 0);
	}

	/**
	 * The mailboxes of one round: a round has people of its own, so that it can be walked
	 * alone.
	 */
	static List<Correspondent> people(String round) {
		return IntStream.range(0, MAILBOXES)
			.mapToObj((n) -> Correspondent.of("Medarbejder " + n, "%s%d@min.example".formatted(round, n)))
			.toList();
	}

	/** So many letters from people outside, each to one of the round's mailboxes. */
	Stream<Letter> letters(String round, int count) {
		var people = people(round);
		return IntStream.range(0, count).mapToObj((n) -> letter(n, people.get(this.random.nextInt(people.size()))));
	}

	/** Whether the letter with this subject asks for a decision. */
	static boolean asks(String subject) {
		return asks(Integer.parseInt(subject.substring(subject.lastIndexOf('(') + 1, subject.length() - 1)));
	}

	private static boolean asks(int number) {
		return number % 5 == 0;
	}

	private Letter letter(int number, Correspondent receiver) {
		var sender = Correspondent.of("Borger " + number % 700, "borger%d@example.org".formatted(number % 700));
		var topic = pick(TOPICS);
		var opening = pick(asks(number) ? REQUESTS : NOISE).formatted(topic);
		var letter = Letter.of(sender, List.of(receiver), "%s (%d)".formatted(topic, number),
				"Hej %s\n\n%s\n\n%s\n\nVenlig hilsen\n%s\n".formatted(receiver.displayName(), opening, background(),
						sender.displayName()),
				ZonedDateTime.now(ZONE));
		return (this.random.nextInt(10) < this.filesInTen)
				? letter.with("bilag-%d.bin".formatted(number), attachment(number)) : letter;
	}

	private String background() {
		return IntStream.rangeClosed(0, this.random.nextInt(4))
			.mapToObj((_) -> "Baggrunden er drøftelserne i efteråret om %s, hvor flere hensyn blev vejet mod hinanden. "
				.formatted(pick(TOPICS)))
			.reduce("", String::concat);
	}

	private String attachment(int number) {
		var bytes = new StringBuilder(this.fileBytes);
		bytes.append(number);
		while (bytes.length() < this.fileBytes) {
			bytes.append((char) ('!' + this.random.nextInt(90)));
		}
		return bytes.toString();
	}

	private String pick(List<String> choices) {
		return choices.get(this.random.nextInt(choices.size()));
	}

}
