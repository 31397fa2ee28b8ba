package io.countersign.writeback;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import io.countersign.cases.Cases;
import io.countersign.cases.Digests;
import io.countersign.cases.Outcome;
import io.countersign.connector.Connected;
import io.countersign.identity.Level;
import io.countersign.identity.People;
import io.countersign.identity.Person;
import io.countersign.overview.DueScale;
import io.countersign.overview.ToMe;
import io.countersign.scenario.Correspondent;
import io.countersign.scenario.Letter;
import io.countersign.work.Claim;
import io.countersign.work.DueRows;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Whoever wants it gets one list in the morning, whatever happens on the way. */
@ResourceLock(Connected.LOCK)
class DigestRoundsTests {

	private static final Duration SOON = Duration.ofSeconds(15);

	private static final Locale DANISH = Locale.of("da");

	/** A Thursday on which people work, at eight. */
	private static final Instant MORNING = Instant.parse("2026-11-26T07:00:00Z");

	private final Connected office = Connected.office();

	private final Correspondent dan = this.office.somebody();

	private final Correspondent anna = this.office.somebody();

	private final Person leader = this.office.bean(People.class)
		.put(Connected.address(this.anna), this.anna.displayName(), Level.MINISTER, null, "a test");

	@AfterEach
	void heal() {
		this.office.tenant().heal();
	}

	@Test
	void aDigestThatIsDueIsSentOnceAndTheNextIsDueLater() {
		Matter.of(this.office, this.dan, this.anna);
		this.office.bean(MorningDigests.class).switchOn(this.leader, DANISH);

		isDue();
		isSent();
		isDue();
		await().atMost(SOON)
			.until(() -> this.office.count(
					"select count(*) from digest_subscription where id = ? and due_at > now() and attempts = returns",
					this.anna.address()) == 1);

		assertThat(mails()).singleElement()
			.satisfies((mail) -> assertThat(mail).contains("Auto-Submitted: auto-generated",
					"X-Auto-Response-Suppress: All", "Message-ID: <countersign.digest."));
		assertThat(this.office.bean(MorningDigests.class).of(this.leader).orElseThrow().lastSent()).isPresent();
		assertThat(this.office.count("select count(*) from writeback_letter where writeback like 'wb_dg_%'")).isZero();
	}

	@Test
	void RL_04_oneThatWasTakenAndThenBrokenOffIsNotSentAgain() {
		Matter.of(this.office, this.dan, this.anna);
		this.office.tenant()
			.fault(Map.of("match", Map.of("method", "POST", "path", "countersign.*/send$"), "kind", "accept-then-reset",
					"times", 1));
		this.office.bean(MorningDigests.class).switchOn(this.leader, DANISH);

		isDue();

		isSent();
		assertThat(mails()).hasSize(1);
	}

	@Test
	void twoReplicasAtTheSameMomentWriteOne() throws Exception {
		Matter.of(this.office, this.dan, this.anna);
		var list = list(MORNING);
		var transaction = this.office.bean(TransactionOperations.class);
		try (var replicas = Executors.newVirtualThreadPerTaskExecutor()) {
			var written = replicas.invokeAll(IntStream.range(0, 8)
				.<Callable<Boolean>>mapToObj((_) -> () -> transaction
					.execute((_) -> list.write(this.leader, LocalDate.of(2026, 11, 26), DANISH)))
				.toList());
			var first = 0;
			for (var one : written) {
				first += one.get() ? 1 : 0;
			}
			assertThat(first).isEqualTo(1);
		}
		assertThat(digests()).isEqualTo(1);
	}

	@Test
	void whoeverHasLostTheClaimWritesNothing() {
		Matter.of(this.office, this.dan, this.anna);
		this.office.bean(DigestSubscriptions.class).put(Connected.address(this.anna), DANISH, Duration.ofDays(1));

		rounds(MORNING).work(new Claim(this.anna.address(), 7, 0, 0));

		assertThat(digests()).isZero();
	}

	@Test
	void nobodyGetsOneInQuietHoursOrOnADayOffOrWhenNothingWaits() {
		var matter = Matter.of(this.office, this.dan, this.anna);
		this.office.bean(DigestSubscriptions.class).put(Connected.address(this.anna), DANISH, Duration.ofDays(1));

		for (var at : List.of("2026-11-26T05:59:00Z", "2026-11-26T17:30:00Z", "2026-11-28T08:00:00Z",
				"2026-12-25T08:00:00Z", "2026-12-24T08:00:00Z")) {
			rounds(Instant.parse(at)).work(claim());
			assertThat(digests()).as(at).isZero();
		}
		matter.decided(Outcome.APPROVED);
		rounds(MORNING).work(claim());
		assertThat(digests()).as("nothing waits").isZero();

		Matter.of(this.office, this.dan, this.anna);
		rounds(MORNING).work(claim());
		assertThat(digests()).isEqualTo(1);
	}

	@Test
	void whoeverLeadsNobodyAnyMoreGetsNone() {
		Matter.of(this.office, this.dan, this.anna);
		this.office.bean(DigestSubscriptions.class).put(Connected.address(this.anna), DANISH, Duration.ofDays(1));
		this.office.bean(People.class)
			.put(Connected.address(this.anna), this.anna.displayName(), Level.CASE_WORKER, null, "a test");

		rounds(MORNING).work(claim());

		assertThat(digests()).isZero();
		assertThat(this.office.bean(MorningDigests.class)
			.of(this.office.bean(People.class).find(Connected.address(this.anna)).orElseThrow())).isEmpty();
	}

	@Test
	void oneWhoseDayHasPassedIsSentNoMore() {
		Matter.of(this.office, this.dan, this.anna);
		this.office.bean(TransactionOperations.class)
			.executeWithoutResult((_) -> list(MORNING).write(this.leader, LocalDate.of(2020, 1, 2), DANISH));

		await().atMost(SOON)
			.until(() -> this.office.count(
					"select count(*) from writeback where kind = 'DIGEST' and state = 'LAPSED' and problem is null and recipients @> array[?::text]",
					this.anna.address()) == 1);
		assertThat(mails()).isEmpty();
	}

	@Test
	void whatStrangersWroteIsTextInBothForms() throws IOException {
		var hostile = "<img src=x onerror=alert(1)>\u202Egnp.exe {0} ${7*7} 1 ja 'x";
		Matter.of(this.office, this.dan, this.anna, Letter.of(Correspondent.of("<b>Dan</b>", this.dan.address()),
				List.of(this.anna), hostile, "Kan vi underskrive?\n", ZonedDateTime.now()));
		IntStream.range(0, 14).forEach((_) -> Matter.of(this.office, this.dan, this.anna));
		var letter = written(DANISH);

		assertThat(letter.html()).doesNotContain("<img", "<b>Dan", "\u202E")
			.contains("&lt;img src=x onerror=alert(1)&gt;", "${7*7}", "/decide\"");
		assertThat(AsWordLaysOut.faults(letter.html())).isEmpty();
		assertThat(letter.text()).contains("12. ", "Og 3 til.").doesNotContain("13. ", "\u202E");
		assertThat(letter.subject()).isEqualTo("15 venter på dig");
		var looks = Path.of("target", "mails");
		Files.createDirectories(looks);
		Files.writeString(looks.resolve("digest.html"), letter.html());
	}

	@Test
	void itIsInTheLanguageOfItsReader() {
		Matter.of(this.office, this.dan, this.anna);

		var letter = written(Locale.ENGLISH);

		assertThat(letter.subject()).isEqualTo("1 is waiting for you");
		assertThat(letter.text()).contains("Thursday 26 November. Good morning", "No deadline",
				"1 yes, 2 no, 3 discuss");
	}

	/** It is read before it commits, so that nobody sends it meanwhile. */
	private WrittenLetter written(Locale language) {
		return Objects
			.requireNonNull(this.office.bean(TransactionTemplate.class).<WrittenLetter>execute((transaction) -> {
				list(MORNING).write(this.leader, LocalDate.of(2026, 11, 26), language);
				transaction.setRollbackOnly();
				return letter();
			}));
	}

	private WrittenLetter letter() {
		return this.office.sql()
			.sql("""
					select l.subject, l.text, l.html from writeback_letter l join writeback w on w.id = l.writeback
					where w.recipients @> array[?::text]
					""")
			.param(this.anna.address())
			.query((row, _) -> new WrittenLetter(row.getString("subject"), row.getString("text"),
					row.getString("html")))
			.single();
	}

	private void isDue() {
		this.office.sql()
			.sql("update digest_subscription set due_at = now() where id = ?")
			.param(this.anna.address())
			.update();
		this.office.bean(DueRows.class).wake("digest_subscription");
	}

	private void isSent() {
		await().atMost(SOON)
			.until(() -> this.office.count(
					"select count(*) from writeback where kind = 'DIGEST' and state = 'SENT' and recipients @> array[?::text]",
					this.anna.address()) == 1);
	}

	private Claim claim() {
		return new Claim(this.anna.address(), Math.toIntExact(
				this.office.count("select attempts from digest_subscription where id = ?", this.anna.address())), 0, 0);
	}

	private long digests() {
		return this.office.count("select count(*) from digest where person = ?", this.anna.address());
	}

	private List<String> mails() {
		return this.office.tenant()
			.sent()
			.stream()
			.filter((mail) -> mail.path("recipients")
				.valueStream()
				.map(JsonNode::asString)
				.toList()
				.contains(this.anna.address()))
			.map((mail) -> new String(Base64.getMimeDecoder().decode(mail.path("mime").asString()),
					StandardCharsets.UTF_8)
				.replaceAll("\r\n[ \t]+", " "))
			.filter((mail) -> mail.contains("countersign.digest."))
			.toList();
	}

	private DigestRounds rounds(Instant at) {
		return new DigestRounds(this.office.bean(DigestSubscriptions.class), hours(), list(at),
				this.office.bean(People.class), this.office.bean(TransactionOperations.class),
				this.office.bean(DueRows.class), Clock.fixed(at, ZoneOffset.UTC));
	}

	private DigestHours hours() {
		return new DigestHours(properties(), ZoneId.of("Europe/Copenhagen"),
				this.office.bean(DueScale.class)::isWorkingDay);
	}

	private MorningList list(Instant at) {
		return new MorningList(this.office.bean(ToMe.class), this.office.bean(Cases.class),
				this.office.bean(Digests.class), this.office.bean(WritebackRepository.class),
				this.office.bean(DigestWriter.class), properties(), this.office.bean(WritebackProperties.class),
				this.office.bean(DueRows.class), Clock.fixed(at, ZoneOffset.UTC));
	}

	private static DigestProperties properties() {
		return new DigestProperties(LocalTime.of(7, 30), false, LocalTime.of(18, 0), LocalTime.of(7, 0), 12,
				Duration.ofDays(3));
	}

}
