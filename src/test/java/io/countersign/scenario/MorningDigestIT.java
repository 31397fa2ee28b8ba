package io.countersign.scenario;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;

import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

import static io.countersign.scenario.Cast.BO;
import static io.countersign.scenario.Cast.DAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A leader is sent what waits for him in the morning, and answers it by number. */
@ResourceLock(OneOffice.LOCK)
@ExtendWith(OneOffice.class)
class MorningDigestIT {

	private static final Correspondent OURS = Correspondent.of("Countersign", "countersign@min.example");

	private static final Duration SOON = Duration.ofSeconds(60);

	private static final Pattern ITEM = Pattern.compile("(?m)^(\\d+)\\. .*\\R {3}(.*)$");

	private final Office office;

	private final Correspondent leader;

	MorningDigestIT(Office office) {
		this.office = office;
		var name = "leder" + UUID.randomUUID().toString().substring(0, 8);
		this.leader = Correspondent.of("Birgit Lund", name + "@min.example");
		office.tenant().employ(this.leader, "Kontorchef");
		office.product().know(this.leader, "kontorchef");
		office.product().watch(this.leader);
	}

	@Test
	void VA_04_eachNumberDecidesItsOwnCaseAndNothingElse() {
		var requests = List.of(asked("Merbevilling"), asked("Svar til byrådet"), asked("Ny skoleleder"));
		var digest = digest();
		assertThat(digest.titles()).hasSize(3);
		var reply = sent(digest, "1 ja, 2 nej, 3 drøft\n\nVenlig hilsen\nBirgit");

		this.office.settles(reply);

		assertThat(outcomes(digest, requests, 1)).containsExactly("APPROVED");
		assertThat(outcomes(digest, requests, 2)).containsExactly("REJECTED");
		assertThat(outcomes(digest, requests, 3)).containsExactly("DEFERRED");
		var message = this.office.message(reply);
		assertThat(message.path("state").asString()).isEqualTo("inCase");
		assertThat(message.path("reason").asString()).startsWith("It answers 3 requests of the digest of ")
			.endsWith("by number: 1, 2, 3.");
		for (var request : requests) {
			var file = this.office.caseOf(request);
			assertThat(file.path("messages")).as("the mail with all of them stays outside").hasSize(1);
			assertThat(file.at("/verdicts/0/authenticity/gates")
				.valueStream()
				.map((gate) -> gate.path("sentence").asString()))
				.anyMatch((sentence) -> sentence.contains("of the digest that was sent to its author"));
			await().atMost(SOON).until(() -> !this.office.answersTo(request).isEmpty());
			assertThat(this.office.answersTo(request)).singleElement().satisfies((receipt) -> {
				assertThat(unfolded(receipt)).doesNotContain("To: " + this.leader.address());
				assertThat(text(receipt)).contains(request.subject());
				requests.stream()
					.filter((other) -> !other.equals(request))
					.forEach((other) -> assertThat(text(receipt)).doesNotContain(other.subject()));
			});
		}
		assertThat(summaries()).singleElement()
			.satisfies((mail) -> assertThat(text(mail)).contains("Dine svar er modtaget: 3"));
		assertThat(
				this.office.product().post("/rejudgements", Map.of(), UUID.randomUUID().toString()).path("different"))
			.isEmpty();

		var again = sent(digest, "1 nej, 2 ja");
		this.office.settles(again);
		assertThat(outcomes(digest, requests, 1)).as("a number is answered once").containsExactly("APPROVED");
		assertThat(outcomes(digest, requests, 2)).containsExactly("REJECTED");
		assertThat(this.office.message(again).path("reason").asString()).contains("was answered by another mail");
		assertThat(summaries()).hasSize(1);
	}

	@Test
	void VA_17_whatNamesNoNumberOrIsUnclearDecidesNothingAndIsSaidOnce() {
		var requests = List.of(asked("Rejse"), asked("Møbler"));
		var digest = digest();

		for (var words : List.of("Ja", "Ja til det hele", "1 ja, 1 nej", "3 ja, 99 ja", "1 måske, 2 tja")) {
			var reply = sent(digest, words);
			this.office.settles(reply);
			assertThat(this.office.message(reply).path("reason").asString()).as(words)
				.startsWith("It answers a digest, and nothing in it counts: ");
		}

		nothingIsDecided(requests);
		assertThat(summaries()).singleElement()
			.satisfies((mail) -> assertThat(text(mail)).contains("0 af 2 svar tæller"));
	}

	@Test
	void VA_08_whatOthersAnswerOrForgeDecidesNothing() {
		var requests = List.of(asked("Lejemål"), asked("Biler"));
		var digest = digest();

		var foreign = reply(BO, digest.name(), digest, "1 ja, 2 ja");
		this.office.tenant().send(foreign);
		var outside = reply(this.leader, digest.name(), digest, "1 ja, 2 ja")
			.header("Received: from edge.min.example (10.0.0.7) by store.min.example; " + date())
			.header("Received: from mail.evil.example (203.0.113.66) by edge.min.example; " + date());
		this.office.tenant().place(DAN, "inbox", outside.bytes(), Instant.now());
		var madeUp = reply(this.leader,
				"<countersign.digest.%s.%s@min.example>".formatted("0".repeat(32), "0".repeat(64)), digest,
				"1 ja, 2 ja");
		this.office.tenant().send(madeUp);
		var both = requests.getFirst().answeredBy(this.leader, "1 ja, 2 ja", now()).to(OURS).copyTo(DAN);
		var beside = new Letter(both.messageId(), both.from(), both.to(), both.cc(), both.subject(), both.text(),
				both.sentAt(), List.of(requests.getFirst().messageId(), digest.name()), List.of(), List.of());
		this.office.tenant().send(beside);
		this.office.settles(foreign, outside, madeUp, beside);

		nothingIsDecided(requests);
		assertThat(reason(foreign)).isEqualTo("It answers a digest that was sent to somebody else.");
		await().atMost(SOON).until(() -> reason(outside).startsWith("It was refused: "));
		assertThat(reason(madeUp)).isEqualTo("It was refused: It names a digest that we have never sent.");
		assertThat(reason(beside)).startsWith("It names a digest and other requests besides");
		assertThat(summaries()).isEmpty();
	}

	@Test
	void VA_06_aVersionThatCameAfterTheDigestIsNotApprovedByIt() {
		var request = asked("Budget");
		var digest = digest();
		var second = request.answeredBy(DAN, "Kære Birgit\n\nKan du godkende vedlagte version i stedet?\n\nDan", now())
			.to(this.leader)
			.with("notat_v2.txt", "Tabel 1: 12 mio. kr. " + UUID.randomUUID());
		this.office.tenant().send(second);
		this.office.settles(second);

		var reply = sent(digest, "1 ja");
		this.office.settles(reply);

		assertThat(
				this.office.caseOf(request).path("verdicts").valueStream().map((one) -> one.path("state").asString()))
			.containsExactly("HELD");
		assertThat(this.office.caseOf(request).path("state").asString()).isEqualTo("waiting");
		await().atMost(SOON).until(() -> summaries().size() == 1);
		assertThat(text(summaries().getFirst())).contains("0 af 1 svar tæller", "når du bekræfter det på siden");
		assertThat(this.office.answersTo(request)).as("and no other question").isEmpty();
	}

	/**
	 * What came in the morning.
	 *
	 * @param name its Message-ID
	 */
	private record Received(String name, String subject, String text, Map<Integer, String> titles) {
	}

	private Letter asked(String about) {
		var title = about + " " + UUID.randomUUID().toString().substring(0, 8);
		var request = Letter
			.of(DAN, List.of(this.leader), title,
					"Kære Birgit\n\nKan du godkende vedlagte notat om %s?\n\nHilsen Dan".formatted(title), now())
			.with("notat_v1.txt", "Tabel 1: 10 mio. kr. " + UUID.randomUUID());
		this.office.tenant().send(request);
		this.office.settles(request);
		return request;
	}

	private Received digest() {
		var visitor = Visitor.of(this.office.product().uri(), this.leader, "da");
		assertThat(visitor.sends("/mine/digest", "on=true")).isEqualTo(200);
		assertThat(visitor.page("/mine")).contains("Endnu ikke sendt");
		this.office.itIsMorningFor(this.leader);
		await().atMost(SOON).until(() -> !digests().isEmpty());
		this.office.itIsMorningFor(this.leader);
		Office.pause(Duration.ofSeconds(1));
		assertThat(digests()).hasSize(1);
		assertThat(visitor.page("/mine")).contains("Sidst sendt");
		var mail = parsed(digests().getFirst());
		var text = text(digests().getFirst());
		var titles = new TreeMap<Integer, String>();
		var item = ITEM.matcher(text);
		while (item.find()) {
			titles.put(Integer.valueOf(item.group(1)), item.group(2));
		}
		return new Received(mail.getMessageId().strip(), mail.getSubject(), text, titles);
	}

	private Letter sent(Received digest, String words) {
		var reply = reply(this.leader, digest.name(), digest, words);
		this.office.tenant().send(reply);
		return reply;
	}

	private static Letter reply(Correspondent author, String name, Received digest, String words) {
		var quoted = digest.text().lines().map((line) -> "> " + line).reduce("", (all, line) -> all + "\n" + line);
		return new Letter("<%s@min.example>".formatted(UUID.randomUUID()), author, List.of(OURS), List.of(),
				"SV: " + digest.subject(), words + "\n\nDen 26. november skrev Countersign:\n" + quoted, now(),
				List.of(name), List.of(), List.of());
	}

	private List<String> outcomes(Received digest, List<Letter> requests, int number) {
		var request = requests.stream()
			.filter((one) -> digest.titles().getOrDefault(number, "").contains(one.subject()))
			.findFirst()
			.orElseThrow();
		return this.office.caseOf(request)
			.path("verdicts")
			.valueStream()
			.filter((verdict) -> verdict.path("state").asString().equals("ACTIVE"))
			.map((verdict) -> verdict.path("outcome").asString())
			.toList();
	}

	private void nothingIsDecided(List<Letter> requests) {
		for (var request : requests) {
			assertThat(this.office.caseOf(request).path("verdicts")).isEmpty();
			assertThat(this.office.caseOf(request).path("state").asString()).isEqualTo("waiting");
		}
	}

	private String reason(Letter letter) {
		return this.office.message(letter).path("reason").asString();
	}

	private List<String> digests() {
		return toLeader().stream().filter((mail) -> isDigest(mail)).toList();
	}

	private List<String> summaries() {
		return toLeader().stream().filter((mail) -> !isDigest(mail)).toList();
	}

	private static boolean isDigest(String mail) {
		return unfolded(mail).contains("Message-ID: <countersign.digest.");
	}

	private static String unfolded(String mail) {
		return mail.replaceAll("\r\n[ \t]+", " ");
	}

	private List<String> toLeader() {
		var mails = new ArrayList<String>();
		for (var mail : this.office.answers()) {
			if (mail.replaceAll("\r\n[ \t]+", " ")
				.lines()
				.anyMatch((line) -> line.startsWith("To: ") && line.contains(this.leader.address()))) {
				mails.add(mail);
			}
		}
		return mails;
	}

	private static String text(String mail) {
		var part = ((Multipart) parsed(mail).getBody()).getBodyParts().getFirst().getBody();
		try (var words = ((TextBody) part).getInputStream()) {
			return new String(words.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Message parsed(String mail) {
		try {
			return new DefaultMessageBuilder()
				.parseMessage(new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static ZonedDateTime now() {
		return ZonedDateTime.now(ZoneId.of("Europe/Copenhagen"));
	}

	private static String date() {
		return DateTimeFormatter.RFC_1123_DATE_TIME.format(now());
	}

}
