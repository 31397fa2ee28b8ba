package io.countersign.intake;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.countersign.documents.ContentsAway;
import io.countersign.documents.DocumentId;
import io.countersign.documents.s3.S3Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/** A mail whose bytes lie in a bucket, while the bucket is there and while it is not. */
class LargeMailInBucketTests {

	private static final S3Server SERVER = S3Server.running();

	private static final String BUCKET = SERVER.bucket("mails");

	private static final Desk DESK = new Desk(Limits.DEFAULT, SERVER.settings(BUCKET));

	private static final Duration SOON = Duration.ofSeconds(60);

	@BeforeEach
	void mend() {
		SERVER.line().mend();
		DESK.triage((_) -> {
		});
	}

	@AfterAll
	static void close() {
		SERVER.line().mend();
		DESK.close();
	}

	@Test
	void itsBytesAndItsFileLieThereAndItIsReadAsAnyOther() {
		var mail = mail("whole", 1);

		var id = DESK.read("anna@min.example", mail);

		var message = DESK.message(id);
		assertThat(message.remarks()).isEmpty();
		assertThat(SERVER.objects(BUCKET)).contains(object(message.evidence().raw()),
				object(message.parts().getFirst().document()));
		assertThat(DESK.documents().bytes(message.evidence().raw())).isEqualTo(mail);
	}

	@Test
	void OP_02_whileTheBucketIsAwayItIsNotTakenFromTheMailbox() {
		var mail = mail("early", 2);
		SERVER.line().cut();

		assertThatExceptionOfType(ContentsAway.class)
			.isThrownBy(() -> DESK.receive(Desk.arrival("anna@min.example", Folder.INBOX), mail));
		assertThat(DESK.ledger()).noneMatch((seen) -> "retrying".equals(seen.state()));

		SERVER.line().mend();
		await().atMost(SOON).ignoreExceptions().until(() -> !DESK.read("anna@min.example", mail).value().isEmpty());
	}

	@Test
	void OP_02_whileTheBucketIsAwayItWaitsAndIsNeverQuarantined() {
		var tries = new AtomicInteger();
		DESK.triage((_) -> {
			if (tries.incrementAndGet() == 1) {
				SERVER.line().cut();
				throw new IllegalStateException("It is read again.");
			}
		});
		var id = DESK.receive(Desk.arrival("anna@min.example", Folder.INBOX), mail("late", 3));

		for (var turn = 0; turn < 8; turn++) {
			var returns = turn;
			DESK.sql().sql("update message set due_at = now() where due_at > now() and attempts = returns").update();
			await().atMost(SOON).until(() -> returns(id) > returns);
		}
		assertThat(DESK.ledger(id).state()).isEqualTo("retrying");
		assertThat(problem(id)).isEqualTo("It waits until the store of large files answers again.");

		SERVER.line().mend();
		DESK.sql().sql("update message set due_at = now() where due_at > now() and attempts = returns").update();
		await().atMost(SOON).until(() -> DESK.messages().find(id).isPresent());
		assertThat(tries).hasValue(2);
	}

	private static int returns(MessageId id) {
		return DESK.sql()
			.sql("select returns from message where id = :id")
			.param("id", id.value())
			.query(Integer.class)
			.single();
	}

	private static String problem(MessageId id) {
		return DESK.sql()
			.sql("select problem from message where id = :id")
			.param("id", id.value())
			.query(String.class)
			.single();
	}

	private static byte[] mail(String subject, int seed) {
		return Mails.bytes("""
				From: bo@min.example
				To: anna@min.example
				Subject: %s
				Message-ID: <%s@min.example>
				Content-Type: application/pdf; name=a.pdf
				Content-Transfer-Encoding: base64

				""".formatted(subject, subject)
				+ (List.of("QUJD", "REVG", "R0hJ").get(seed - 1).repeat(18) + "\n").repeat(40_000));
	}

	private static String object(DocumentId id) {
		return DESK.sql()
			.sql("select encode(object, 'hex') from blob where sha256 = :id")
			.param("id", id.bytes())
			.query(String.class)
			.single();
	}

}
