package io.countersign.intake;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.countersign.documents.Contained;
import io.countersign.documents.DocumentId;
import io.countersign.documents.DocumentText;
import io.countersign.documents.FileSamples;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Every kind of file that mail programs send is found with its name, and read. */
class KindsOfFilesTests {

	private static final Desk DESK = new Desk();

	@AfterAll
	static void close() {
		DESK.close();
	}

	@Test
	void everyKindIsAFileOfItsMailAndWhatLiesInItIsFoundByName() {
		var samples = FileSamples.all();
		var mail = DESK.read("anna@min.example", mail(samples));
		var parts = DESK.message(mail).parts();
		assertThat(parts).extracting(Part::name).containsAll(samples.stream().map(FileSamples.Sample::name).toList());
		DESK.documents().read(parts.stream().map(FileSamples::named).toList());
		await().atMost(Duration.ofMinutes(3)).until(this::isIdle);

		var within = DESK.documents().within(parts.stream().map(Part::document).toList());

		for (var sample : samples) {
			var part = parts.stream().filter((one) -> one.name().equals(sample.name())).findFirst().orElseThrow();
			assertThat(within.getOrDefault(part.document(), List.of())).as(sample.name())
				.extracting(Contained::name)
				.containsAll(sample.within());
			assertThat(texts(part, within)).as(sample.name()).contains(sample.words());
		}
	}

	private static String texts(Part part, Map<DocumentId, List<Contained>> within) {
		var inner = within.getOrDefault(part.document(), List.of())
			.stream()
			.flatMap((one) -> DESK.documents().text(one.document()).stream())
			.collect(Collectors.joining("\n"));
		return DESK.documents().text(part.document()).orElse("") + "\n" + inner;
	}

	private boolean isIdle() {
		return DESK.sql()
			.sql("select count(*) from document where state = ?")
			.param(DocumentText.State.WAITING.name())
			.query(Long.class)
			.single() == 0;
	}

	/** As Graph's MIME of a mail with attached items has them. */
	private static byte[] mail(List<FileSamples.Sample> samples) {
		var mail = new StringBuilder("""
				From: dan@min.example
				To: anna@min.example
				Subject: Bilag
				Message-ID: <kinds@min.example>
				MIME-Version: 1.0
				Content-Type: multipart/mixed; boundary=kinds

				--kinds
				Content-Type: text/plain

				Se bilagene.
				""");
		for (var sample : samples) {
			mail.append("--kinds\n").append(part(sample));
		}
		return Mails.bytes(mail.append("--kinds--\n").toString());
	}

	private static String part(FileSamples.Sample sample) {
		if (sample.type().equals("message/rfc822")) {
			return "Content-Type: message/rfc822\nContent-Disposition: attachment; filename=\"%s\"\n\n%s\n".formatted(
					sample.name(), new String(sample.bytes(), StandardCharsets.ISO_8859_1).replace("\r\n", "\n"));
		}
		return """
				Content-Type: %s; name="%s"
				Content-Transfer-Encoding: base64
				Content-Disposition: attachment; filename="%s"

				%s
				""".formatted(sample.type(), sample.name(), sample.name(),
				Base64.getMimeEncoder(76, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(sample.bytes()));
	}

}
