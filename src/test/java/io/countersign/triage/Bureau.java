package io.countersign.triage;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import io.countersign.cases.CaseId;
import io.countersign.cases.Cases;
import io.countersign.cases.Verdict;
import io.countersign.identity.EmailAddress;
import io.countersign.identity.People;
import io.countersign.identity.Person;
import io.countersign.journal.Journal;
import io.countersign.scenario.Cast;
import io.countersign.scenario.Correspondent;
import io.countersign.scenario.Letter;
import io.countersign.scenario.ProductApi;
import io.countersign.scenario.Sandbox;
import io.countersign.scenario.TenantControl;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

import static io.countersign.scenario.Cast.BO;
import static io.countersign.scenario.Cast.DAN;
import static io.countersign.scenario.Cast.EVA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The product with a secretariat that hears of forged mail, and Bo whom Dan asks. */
final class Bureau implements AutoCloseable {

	private final Sandbox sandbox = Sandbox.withSecretariat(EVA, Map.of("countersign.triage.parent-patience", "5m"));

	private final Cases cases = bean(Cases.class);

	private final JdbcClient database = bean(JdbcClient.class);

	private int number;

	Bureau() {
		for (var person : Cast.values()) {
			this.sandbox.control().employ(person, person.jobTitle());
			this.sandbox.api().know(person, person.level());
		}
		this.sandbox.api().watch(DAN);
	}

	@Override
	public void close() {
		this.sandbox.close();
	}

	<T> T bean(Class<T> type) {
		return this.sandbox.context().getBean(type);
	}

	BeanFactory beans() {
		return this.sandbox.context();
	}

	Environment environment() {
		return this.sandbox.context().getEnvironment();
	}

	ProductApi api() {
		return this.sandbox.api();
	}

	TenantControl control() {
		return this.sandbox.control();
	}

	List<String> people(CaseId id) {
		return this.cases.get(id).participants().stream().map((one) -> one.address().value()).toList();
	}

	List<String> outside(CaseId id) {
		return this.cases.waiting(id).stream().map((one) -> one.person().address().value()).toList();
	}

	List<String> types(CaseId id) {
		return this.database.sql("select type from entry where stream = ? order by position")
			.param("case/" + id)
			.query((row, _) -> row.getString(1))
			.list();
	}

	/** The mails in which the asked person is asked again. */
	List<JsonNode> questions(Held held) {
		var ours = this.database
			.sql("select internet_message_id from writeback where verdict = ? and kind = 'QUESTION'")
			.param(held.verdict())
			.query(String.class)
			.single();
		await().atMost(Duration.ofSeconds(90)).until(() -> !sent(ours).isEmpty());
		return sent(ours);
	}

	List<JsonNode> sent(String internetMessageId) {
		return this.sandbox.control().sent().stream().filter((mail) -> mime(mail).contains(internetMessageId)).toList();
	}

	static String messageId(JsonNode mail) {
		var name = Pattern.compile("(?im)^Message-ID:\\s*<([^>]+)>").matcher(mime(mail));
		assertThat(name.find()).isTrue();
		return name.group(1);
	}

	static String mime(JsonNode mail) {
		return new String(Base64.getMimeDecoder().decode(mail.path("mime").asString()), StandardCharsets.UTF_8);
	}

	void answers(Held held, String named, String words) {
		answers(held.caseId(), named, words);
	}

	/** The approver answers from inside the tenant, whose servers vouch for him. */
	void answers(CaseId id, String named, String words) {
		var ask = this.cases.get(id).asks().getFirst().internetMessageId().orElseThrow();
		var mail = """
				Received: from a.min.example (10.0.0.7) by b.min.example; %1$s
				X-MS-Exchange-Organization-AuthAs: Internal
				X-MS-Exchange-Organization-MessageDirectionality: Originating
				X-MS-Exchange-CrossTenant-Id: sandbox
				From: %2$s <%3$s>
				To: Dan Friis <%4$s>
				Subject: SV: %5$s
				Date: %1$s
				Message-ID: <%6$s@min.example>
				In-Reply-To: <%7$s>
				References: <%9$s> <%7$s>
				MIME-Version: 1.0
				Content-Type: text/plain; charset=utf-8

				%8$s
				"""
			.formatted(date(), BO.displayName(), BO.address(), DAN.address(), this.cases.get(id).title(),
					UUID.randomUUID(), named, words, ask)
			.replace("\n", "\r\n");
		this.sandbox.control().place(DAN, "inbox", mail.getBytes(StandardCharsets.UTF_8), Instant.now());
	}

	List<String> notes(Held held) {
		return notes(held.caseId());
	}

	List<String> notes(CaseId id) {
		return bean(Journal.class).ofStream("case/" + id, 0, Journal.PAGE)
			.stream()
			.filter((entry) -> entry.type().equals("note.added"))
			.map((entry) -> String.valueOf(entry.data().get("note")))
			.toList();
	}

	List<String> writebacks(CaseId id, String kind) {
		return this.database.sql("select recipients::text from writeback where case_id = ? and kind = ?")
			.params(id.value(), kind)
			.query((row, _) -> row.getString(1))
			.list();
	}

	/** The approver's mailbox is not watched, and no server vouches for him. */
	Held held(Correspondent... copied) {
		var request = asked();
		var reply = request.answeredBy(BO, "Godkendt\n\nBo" + request.quoted(), now())
			.copyTo(copied)
			.header("Received: from edge.min.example (10.0.0.7) by store.min.example; " + date());
		this.sandbox.control().place(DAN, "inbox", reply.bytes(), Instant.now());
		var id = new CaseId(message(request).path("case").asString());
		await().atMost(Duration.ofSeconds(90)).until(() -> !this.cases.get(id).verdicts().isEmpty());
		var verdict = this.cases.get(id).verdicts().getFirst();
		assertThat(verdict.state()).isEqualTo(Verdict.State.HELD);
		return new Held(id, verdict.id());
	}

	Letter asked() {
		this.number++;
		var request = Letter.of(DAN, List.of(BO), "Indstilling nr. " + this.number,
				"Kære Bo\n\nKan du godkende vedlagte indstilling?\n\nDan", now());
		this.sandbox.control().send(request);
		await().atMost(Duration.ofSeconds(90)).until(() -> message(request).path("case").isString());
		return request;
	}

	JsonNode message(Letter letter) {
		var path = "/messages?internetMessageId=" + letter.messageId().replace("<", "%3C").replace(">", "%3E");
		await().atMost(Duration.ofSeconds(90)).until(() -> !this.sandbox.api().all(path).isEmpty());
		return this.sandbox.api().all(path).getFirst();
	}

	List<JsonNode> reviews(JsonNode mail) {
		return this.sandbox.api()
			.all("/reviews")
			.stream()
			.filter((review) -> review.path("message").equals(mail.path("id")))
			.toList();
	}

	int release(Held held, Correspondent by) {
		return bean(Releases.class).verdict(held.caseId(), held.verdict(), person(by));
	}

	Verdict verdict(Held held) {
		return this.cases.get(held.caseId())
			.verdicts()
			.stream()
			.filter((one) -> one.id().equals(held.verdict()))
			.findFirst()
			.orElseThrow();
	}

	Person person(Correspondent who) {
		return bean(People.class).find(new EmailAddress(who.address())).orElseThrow();
	}

	/** Who has released it, by the journal. */
	List<String> entries(String subject) {
		return this.database
			.sql("select actor from entry where type = 'release.wanted' and data ->> 'subject' = ? order by position")
			.param(subject)
			.query((row, _) -> row.getString("actor"))
			.list();
	}

	static ZonedDateTime now() {
		return ZonedDateTime.now(ZoneId.of("Europe/Copenhagen"));
	}

	static String date() {
		return DateTimeFormatter.RFC_1123_DATE_TIME.format(now());
	}

	record Held(CaseId caseId, String verdict) {
	}

}
