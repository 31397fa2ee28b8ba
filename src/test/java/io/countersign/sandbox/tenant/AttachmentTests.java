package io.countersign.sandbox.tenant;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Item 11: attachments of three kinds, and what is odd about them. */
@ResourceLock(Probe.LOCK)
class AttachmentTests {

	private static final String USER = "/v1.0/users/anna@min.example";

	private static final String THREE = """
			Message-ID: <three@partner.example>
			From: bo@min.example
			Subject: Three kinds
			MIME-Version: 1.0
			Content-Type: multipart/mixed; boundary=b

			--b
			Content-Type: text/plain

			See below.
			--b
			Content-Type: application/pdf; name="offer.pdf"
			Content-Disposition: attachment; filename="offer.pdf"

			20 bytes of contents
			--b
			Content-Type: message/rfc822

			Message-ID: <nested@partner.example>
			Subject: FW: terms

			These are the terms.
			--b
			Content-Type: message/external-body; access-type=URL; URL="https://tenant.example/plan.docx"; name="plan.docx"
			Content-Disposition: attachment; filename="plan.docx"

			Content-Type: application/octet-stream

			--b--
			"""
		.replace("\n", "\r\n");

	private static final String INLINE = """
			From: bo@min.example
			MIME-Version: 1.0
			Content-Type: multipart/related; boundary=b

			--b
			Content-Type: text/html

			<img src="cid:logo">
			--b
			Content-Type: image/png; name="logo.png"
			Content-Disposition: inline; filename="logo.png"
			Content-ID: <logo>

			png
			--b--
			""".replace("\n", "\r\n");

	private final Probe probe = new Probe();

	@AfterEach
	void close() {
		this.probe.close();
	}

	@Test
	void aFileAMailAndALinkAreToldApart() {
		var files = list(THREE, "");

		assertThat(files).extracting((file) -> file.path("@odata.type").asString())
			.containsExactly("#microsoft.graph.fileAttachment", "#microsoft.graph.itemAttachment",
					"#microsoft.graph.referenceAttachment");
		assertThat(files).extracting((file) -> file.path("name").asString())
			.containsExactly("offer.pdf", "FW: terms", "plan.docx");
		assertThat(files.get(2).toString()).doesNotContain("https://tenant.example");
	}

	@Test
	void aSizeIsLargerThanTheFile() {
		assertThat(list(THREE, "").getFirst().path("size").asInt()).isEqualTo(178);
	}

	@Test
	void everyFileComesWithItsBytesUnlessSomethingElseIsSelected() {
		assertThat(list(THREE, "").getFirst().path("contentBytes").asString())
			.isEqualTo(Base64.getEncoder().encodeToString("20 bytes of contents".getBytes(StandardCharsets.UTF_8)));
		assertThat(list(THREE, "?$select=id,name,contentType,size,isInline").getFirst().has("contentBytes")).isFalse();
	}

	@Test
	void theRawFormIsTheFileOrTheMailAndALinkHasNone() {
		var path = USER + "/messages/" + place(THREE) + "/attachments";
		var ids = this.probe.get(path)
			.json()
			.path("value")
			.valueStream()
			.map((one) -> one.path("id").asString())
			.toList();

		var file = this.probe.get(path + "/" + ids.get(0) + "/$value");
		assertThat(file.text()).isEqualTo("20 bytes of contents");
		assertThat(file.header("Content-Type")).isEqualTo("application/pdf");
		assertThat(this.probe.get(path + "/" + ids.get(1) + "/$value").text()).contains("<nested@partner.example>",
				"These are the terms.");
		assertThat(this.probe.get(path + "/" + ids.get(2) + "/$value").status()).isEqualTo(405);
	}

	@Test
	void theMailInsideAMailIsExpandedOnDemand() {
		var path = USER + "/messages/" + place(THREE) + "/attachments/";
		var id = this.probe.get(path).json().path("value").path(1).path("id").asString();

		assertThat(this.probe.get(path + id).json().has("item")).isFalse();
		assertThat(this.probe.get(path + id + "?$expand=microsoft.graph.itemattachment/item")
			.json()
			.path("item")
			.toString()).contains("nested@partner.example");
	}

	@Test
	void aMailWithInlinePicturesOnlyHasNoAttachmentsAndYetTheyAreListed() {
		var id = place(INLINE);

		assertThat(this.probe.get(USER + "/messages/" + id).json().path("hasAttachments").asBoolean()).isFalse();
		var picture = this.probe.get(USER + "/messages/" + id + "/attachments").json().path("value").path(0);
		assertThat(picture.path("isInline").asBoolean()).isTrue();
		assertThat(picture.path("contentId").asString()).isEqualTo("logo");
	}

	@Test
	void aLargeFileGoesUpInSlicesWithoutAToken() {
		var id = this.probe.post(USER + "/messages", Map.of("subject", "Plan")).json().path("id").asString();
		var file = new byte[5_000_000];
		Arrays.fill(file, (byte) 7);
		var session = this.probe.post(USER + "/messages/" + id + "/attachments/createUploadSession",
				Map.of("AttachmentItem", Map.of("attachmentType", "file", "name", "plan.pdf", "size", file.length)));
		var upload = session.json().path("uploadUrl").asString();

		var first = this.probe.put(upload, Arrays.copyOfRange(file, 0, 3_000_000), "Content-Range",
				"bytes 0-2999999/5000000");
		var gap = this.probe.put(upload, new byte[1], "Content-Range", "bytes 4000000-4000000/5000000");
		var last = this.probe.put(upload, Arrays.copyOfRange(file, 3_000_000, file.length), "Content-Range",
				"bytes 3000000-4999999/5000000");

		assertThat(session.status()).isEqualTo(201);
		assertThat(first.json().path("nextExpectedRanges").path(0).asString()).isEqualTo("3000000");
		assertThat(gap.status()).isEqualTo(416);
		assertThat(last.status()).isEqualTo(201);
		assertThat(this.probe.get(USER + "/messages/" + id + "/attachments?$select=name").text()).contains("plan.pdf");
		assertThat(last.header("Location")).contains("/attachments('AAMkAt");
	}

	@Test
	void aSmallFileIsPostedAndALargeOneRefused() {
		var id = this.probe.post(USER + "/messages", Map.of("subject", "Plan")).json().path("id").asString();
		var path = USER + "/messages/" + id + "/attachments";

		assertThat(this.probe.post(path, file(10)).status()).isEqualTo(201);
		assertThat(this.probe.post(path, file(4_000_000)).status()).isEqualTo(413);
		assertThat(this.probe.get(USER + "/messages/" + id).json().path("hasAttachments").asBoolean()).isTrue();
	}

	@Test
	void aDownloadTricklesOrBreaksOff() {
		var path = USER + "/messages/" + place(THREE) + "/$value";
		this.probe.control.fault(Map.of("kind", "trickle", "delay", "600ms", "times", 1));
		var began = System.nanoTime();
		assertThat(this.probe.get(path).text()).isEqualTo(THREE);
		assertThat(System.nanoTime() - began).isGreaterThan(400_000_000L);

		this.probe.control.fault(Map.of("kind", "cut-off", "times", 1));

		assertThat(this.probe.get(path).status()).isZero();
	}

	private static Map<String, Object> file(int bytes) {
		return Map.of("@odata.type", "#microsoft.graph.fileAttachment", "name", "plan.pdf", "contentBytes",
				Base64.getEncoder().encodeToString(new byte[bytes]));
	}

	private List<JsonNode> list(String mail, String query) {
		return this.probe.get(USER + "/messages/" + place(mail) + "/attachments" + query)
			.json()
			.path("value")
			.valueStream()
			.toList();
	}

	private String place(String mail) {
		return this.probe.control.place(Probe.ANNA, "inbox", mail.getBytes(StandardCharsets.UTF_8), Instant.now());
	}

}
