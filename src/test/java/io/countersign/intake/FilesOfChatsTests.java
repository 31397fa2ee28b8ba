package io.countersign.intake;

import java.util.List;

import io.countersign.documents.Pointers.Attached;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Files that Teams attaches by their address. */
class FilesOfChatsTests {

	private static final String CHAT = """
			{"id": "19:a@thread.v2", "topic": "", "members": []}
			""";

	@Test
	void IN_15_aFileOfAChatIsAnAddressWithAName() {
		var message = said(
				"""
						[{"id": "9f", "contentType": "reference", "name": "plan\\u0000.docx",
							"contentUrl": "https://min.sharepoint.com/sites/sager/plan.docx"},
						 {"id": "a0", "contentType": "messageReference", "contentUrl": null, "content": "{\\"messageId\\": \\"1\\"}"},
						 {"id": "a1", "contentType": "reference", "contentUrl": null},
						 {"id": "a2", "contentType": "application/vnd.microsoft.card.adaptive", "contentUrl": "https://evil.example/"}]
						""");

		assertThat(message.pointers().attached()).containsExactly(
				new Attached("https://min.sharepoint.com/sites/sager/plan.docx", "plan\uFFFD.docx"),
				new Attached("", ""));
		assertThat(message.pointers().origin()).isEqualTo(message.id().value());
	}

	@Test
	void whatAnOlderSoftwareHasKeptOfAChatNamesNoFile() {
		var kept = MessageJson.write(said("[]")).replace(",\"files\":[]", "");

		assertThat(kept).doesNotContain("\"files\"");
		assertThat(MessageJson.read(kept).pointers().attached()).isEmpty();
	}

	private static Message said(String attachments) {
		return ReceivedChat.of("""
				{"id": "1", "etag": "1", "createdDateTime": "2026-11-24T10:00:00Z",
				 "lastModifiedDateTime": "2026-11-24T10:00:00Z", "chatId": "19:a@thread.v2",
				 "from": {"user": {"id": "u1", "userIdentityType": "aadUser", "displayName": "Dan"}},
				 "body": {"contentType": "html", "content": "<p>Her</p>"}, "attachments": %s}
				""".formatted(attachments), CHAT, List.of());
	}

}
