package io.countersign.intake;

import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.countersign.documents.DocumentId;
import io.countersign.problem.NotFound;
import io.countersign.scenario.Correspondent;
import io.countersign.scenario.Letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

class ReadingTests {

	private static final ZonedDateTime MORNING = ZonedDateTime.parse("2026-11-24T10:00:00+01:00");

	private static final Correspondent BO = Correspondent.of("Bo Holm", "bo@min.example");

	private static final Correspondent ANNA = Correspondent.of("Anna Berg", "anna@min.example");

	private final Desk desk = new Desk();

	private final Letter request = Letter.of(BO, List.of(ANNA), "Lejemål", "Kan vi underskrive?\n", MORNING);

	@AfterEach
	void close() {
		this.desk.close();
	}

	@Test
	void aReadMessageIsStoredWhole() {
		var id = this.desk.read("anna@min.example", this.request.with("notat.pdf", "indhold").bytes());

		var message = this.desk.message(id);
		assertThat(message).isEqualTo(this.desk.read.getFirst().message());
		assertThat(message.content().text()).hasValueSatisfying((text) -> assertThat(text).contains("underskrive"));
		assertThat(this.desk.documents().bytes(message.parts().getFirst().document())).asString().isEqualTo("indhold");
		assertThat(this.desk.messages().byInternetMessageId(message.internetMessageId().orElseThrow()))
			.containsExactly(id);
	}

	@Test
	void IN_03_twoMailsUnderOneMessageIdAreShownAndMarked() {
		var other = new Letter(this.request.messageId(), BO, List.of(ANNA), List.of(), "Lejemål", "Noget andet",
				MORNING, List.of(), List.of(), List.of());
		var first = this.desk.read("anna@min.example", this.request.bytes());
		var second = this.desk.read("anna@min.example", other.bytes());

		assertThat(this.desk.ledger()).hasSize(2);
		for (var id : List.of(first, second)) {
			assertThat(this.desk.message(id).remarks())
				.containsExactly("Another mail carries the same Message-ID with other content.");
			assertThat(this.desk.ledger(id).remarks())
				.containsExactly("Another mail carries the same Message-ID with other content.");
		}
	}

	@Test
	void IN_08_aFailingMessageIsQuarantinedAfterFiveTriesAndBlocksNobody() {
		var tries = new AtomicInteger();
		this.desk.triage((message) -> {
			if (message.subject().equals("Gift")) {
				tries.incrementAndGet();
				throw new IllegalStateException("The rule about poison cannot be applied.");
			}
		});
		var mail = Letter.of(BO, List.of(ANNA), "Gift", "x", MORNING).bytes();
		var poison = this.desk.receive(Desk.arrival("anna@min.example", Folder.INBOX), mail);
		var next = this.desk.receive(Desk.arrival("anna@min.example", Folder.INBOX), this.request.bytes());

		await().atMost(Duration.ofSeconds(20)).until(() -> this.desk.messages().find(next).isPresent());
		await().atMost(Duration.ofSeconds(20)).until(() -> this.desk.ledger(poison).state().equals("retrying"));
		while (!this.desk.ledger(poison).state().equals("quarantined")) {
			this.desk.sql()
				.sql("update message set due_at = now() where due_at > now() and attempts = returns")
				.update();
		}
		assertThat(tries).hasValue(5);
		assertThat(this.desk.ledger(poison).reason())
			.isEqualTo("It could not be read: The rule about poison cannot be applied.");
		var kept = Objects.requireNonNull(this.desk.ledger(poison).sha256());
		assertThat(this.desk.documents().bytes(new DocumentId(kept))).isEqualTo(mail);

		this.desk.triage((_) -> {
		});
		this.desk.messages().readAgain(List.of(poison));
		await().atMost(Duration.ofSeconds(20)).until(() -> this.desk.messages().find(poison).isPresent());
		assertThat(this.desk.ledger(poison).state()).isEqualTo("new");
	}

	@Test
	void IN_09_aMessageThatKillsTheProcessIsQuarantinedAfterThreeDeaths() {
		var id = this.desk.read("anna@min.example", this.request.bytes());
		this.desk.sql().sql("update message set attempts = returns + 3, due_at = now(), read_at = null").update();

		await().atMost(Duration.ofSeconds(20)).until(() -> this.desk.ledger(id).state().equals("quarantined"));
		assertThat(this.desk.ledger(id).reason())
			.isEqualTo("It could not be read: Work on it was begun 3 times and never came to an end; "
					+ "it may have ended the process.");
		assertThat(this.desk.read).hasSize(1);
	}

	@Test
	void whatAMailSaysIsNotInWhatAnErrorSays() {
		this.desk.triage((_) -> {
			throw new StackOverflowError();
		});
		var id = this.desk.receive(Desk.arrival("anna@min.example", Folder.INBOX), this.request.bytes());

		await().atMost(Duration.ofSeconds(20)).until(() -> this.desk.ledger(id).state().equals("retrying"));
		assertThat(this.desk.sql().sql("select problem from message").query(String.class).single())
			.doesNotContain("underskrive", "Lejem", "bo@min.example");
	}

	@Test
	void IN_01_anIgnoredMessageLeavesKeyedHashesAndNoContent() {
		this.desk.triage((message) -> this.desk.messages().ignore(message.id(), "Nobody is asked anything."));
		var mail = this.request.with("hemmelig.txt", "hemmeligt indhold").bytes();
		var id = this.desk.read("anna@min.example", mail);

		var seen = this.desk.ledger(id);
		assertThat(seen.state()).isEqualTo("ignored");
		assertThat(seen.reason()).isEqualTo("Nobody is asked anything.");
		assertThat(seen.sha256()).isNull();
		assertThat(seen.internetMessageId()).isNull();
		assertThatThrownBy(() -> this.desk.message(id)).isInstanceOf(NotFound.class);
		assertThat(this.desk.sql()
			.sql("select (select count(*) from blob) + (select count(*) from mail) + (select count(*) from message_file)")
			.query(Long.class)
			.single()).isZero();
		var left = this.desk.sql()
			.sql("select concat((select json_agg(m) from message m), (select json_agg(s) from sighting s))")
			.query(String.class)
			.single();
		assertThat(left).doesNotContain(this.request.messageId().replaceAll("[<>]", ""), "bo@min.example", "Lejem");
	}

	@Test
	void aFileThatAnotherMessageHoldsOutlivesAnIgnoredOne() {
		var kept = this.desk.read("anna@min.example", this.request.with("notat.pdf", "fælles").bytes());
		this.desk.triage((message) -> this.desk.messages().ignore(message.id(), "Nobody is asked anything."));
		this.desk.read("anna@min.example",
				Letter.of(BO, List.of(ANNA), "FYI", "Se", MORNING).with("notat.pdf", "fælles").bytes());

		var file = this.desk.message(kept).parts().getFirst().document();
		assertThat(this.desk.documents().bytes(file)).asString(StandardCharsets.UTF_8).isEqualTo("fælles");
		assertThat(this.desk.sql().sql("select count(*) from blob").query(Long.class).single()).isEqualTo(2);
	}

	@Test
	void IN_14_nulAndHalfSurrogatesReachTheDatabaseReplacedAndTheRawBytesUntouched() {
		var mail = Mails.bytes("""
				From: "A\0nna" <anna@min.example>
				To: bo@min.example
				Subject: L\0ej =?utf-8?B?7aCA?= =?utf-16?B?2AA=?=
				Message-ID: <nul\0@min.example>
				References: <a\0@min.example>
				X-Odd: \0
				Content-Type: multipart/mixed; boundary=b

				--b
				Content-Type: text/plain; charset=utf-16be

				\u00d8\0\0\0H
				--b
				Content-Type: application/pdf\0; name="a\0.pdf"

				\0
				--b--
				""");

		var id = this.desk.read("anna@min.example", mail);

		assertThat(this.desk.ledger(id).state()).isEqualTo("new");
		assertThat(this.desk.sql().sql("select parsed::text from mail").query(String.class).single()).contains("\ufffd")
			.doesNotContain("\\u0000");
		var kept = Objects.requireNonNull(this.desk.ledger(id).sha256());
		assertThat(this.desk.documents().bytes(new DocumentId(kept))).isEqualTo(mail);
	}

	@Test
	void IN_15_nothingAMailNamesIsFetched() throws Exception {
		try (var server = new ServerSocket(0)) {
			server.setSoTimeout(500);
			var there = "http://localhost:%d/x".formatted(server.getLocalPort());
			var id = this.desk.read("anna@min.example", Mails.bytes("""
					From: Anna <anna@min.example>
					To: bo@min.example
					Subject: %1$s
					List-Unsubscribe: <%1$s>
					Autocrypt-Server: %1$s
					Content-Base: %1$s
					Content-Location: %1$s
					Content-Type: multipart/mixed; boundary=b

					--b
					Content-Type: text/html

					<link rel=stylesheet href="%1$s"><img src="%1$s"><iframe src="%1$s"></iframe><a href="%1$s">se</a>
					--b
					Content-Type: message/external-body; access-type=URL; URL="%1$s"

					Content-Type: text/plain

					--b
					Content-Type: text/xml; name=a.xml

					<!DOCTYPE a SYSTEM "%1$s" [<!ENTITY e SYSTEM "%1$s">]><a>&e;</a>
					--b
					Content-Type: application/pgp-keys; name=%1$s

					%1$s
					--b--
					""".formatted(there)));

			assertThat(this.desk.message(id).parts()).hasSize(3);
			assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
		}
	}

	@Test
	void theDateFieldDoesNotSayWhenAMailCame() {
		var late = Letter.of(BO, List.of(ANNA), "Fremtid", "x", MORNING.plusYears(30));
		var early = Letter.of(BO, List.of(ANNA), "Fortid", "x", MORNING.minusYears(30));
		var first = this.desk.read("anna@min.example", late.bytes());
		var second = this.desk.read("anna@min.example", early.bytes());

		assertThat(this.desk.message(first).receivedAt()).isEqualTo(this.desk.message(second).receivedAt());
		assertThat(this.desk.read).hasSize(2);
	}

}
