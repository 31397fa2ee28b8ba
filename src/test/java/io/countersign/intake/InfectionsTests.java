package io.countersign.intake;

import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import io.countersign.documents.Blocked;
import io.countersign.documents.DocumentId;
import io.countersign.documents.scan.Eicar;
import io.countersign.documents.scan.ScannerDouble;
import io.countersign.problem.Conflict;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/** A mail is as clean as the files it brings, and each infected one is told of once. */
class InfectionsTests {

	private static final Duration SOON = Duration.ofSeconds(30);

	private static final ScannerDouble SCANNER = new ScannerDouble();

	private static final Desk DESK = new Desk(Limits.DEFAULT, Map.of("countersign.scan.address", SCANNER.address(),
			"countersign.scan.every", "100ms", "countersign.extraction.enabled", "false"));

	@AfterAll
	static void close() {
		DESK.close();
		SCANNER.close();
	}

	@Test
	void AT_09_aMailAsItCameIsBlockedWithTheInfectedFileItBrings() {
		var mail = DESK.read("anna@min.example", mail("1", Eicar.bytes()));
		var raw = DESK.message(mail).evidence().raw();
		await().atMost(SOON).until(() -> reason(raw) == Blocked.Reason.INFECTED);

		assertThatExceptionOfType(Conflict.class).isThrownBy(() -> original(mail))
			.withMessage(
					"One of its files is infected. It is blocked, because the virus scanner found this: " + Eicar.NAME);
		assertThat(told(mail)).singleElement().satisfies((event) -> {
			assertThat(event.stream()).isEqualTo("message/" + mail);
			assertThat(event.data().get("found")).isEqualTo(Eicar.NAME);
		});
	}

	@Test
	void AT_09_everyMailThatBringsAKnownInfectedFileIsToldOf() {
		var first = DESK.read("anna@min.example", mail("2", Eicar.bytes()));
		await().atMost(SOON).until(() -> !told(first).isEmpty());

		var second = DESK.read("bo@min.example", mail("3", Eicar.bytes()));

		await().atMost(SOON).untilAsserted(() -> assertThat(told(second)).isNotEmpty());
	}

	@Test
	void AT_09_aMailAsItCameIsHandedOutWhenAllOfItIsCleared() {
		var mail = DESK.read("anna@min.example", mail("4", "Tabel 1".getBytes()));
		var raw = DESK.message(mail).evidence().raw();

		await().atMost(SOON).until(() -> DESK.documents().blocked(List.of(raw)).isEmpty());

		assertThat(original(mail)).isEqualTo(200);
	}

	@Test
	void AT_09_aMailIsReadWhileItsFilesWaitForTheScanner() {
		SCANNER.behaves(ScannerDouble.Habit.SAYS_GARBAGE);
		try {
			var mail = DESK.read("anna@min.example", mail("5", "Tabel 2".getBytes()));

			assertThat(DESK.message(mail).subject()).isEqualTo("Bilag 5");
			assertThatExceptionOfType(Conflict.class).isThrownBy(() -> original(mail));
		}
		finally {
			SCANNER.behaves(ScannerDouble.Habit.HONEST);
		}
	}

	private static List<MessageInfected> told(MessageId mail) {
		return DESK.infected.stream().filter((event) -> event.message().equals(mail)).toList();
	}

	private static Blocked.Reason reason(DocumentId file) {
		var blocked = DESK.documents().blocked(List.of(file)).get(file);
		return (blocked != null) ? blocked.reason() : Blocked.Reason.UNSCANNED;
	}

	private static int original(MessageId mail) {
		return new MessageController(DESK.bean(LedgerView.class), DESK.bean(MessageRepository.class), DESK.documents())
			.original(mail.value())
			.getStatusCode()
			.value();
	}

	private static byte[] mail(String number, byte[] file) {
		return Mails.bytes("""
				From: dan@min.example
				To: anna@min.example
				Subject: Bilag %s
				Message-ID: <bilag-%s@min.example>
				MIME-Version: 1.0
				Content-Type: multipart/mixed; boundary=x

				--x
				Content-Type: text/plain

				Se bilaget.
				--x
				Content-Type: application/octet-stream
				Content-Transfer-Encoding: base64
				Content-Disposition: attachment; filename=bilag.com

				%s
				--x--
				""".formatted(number, number, Base64.getEncoder().encodeToString(file)));
	}

}
