package io.countersign.intake;

import java.time.Duration;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class IdentityOfMailTests {

	private static final String SENT = """
			From: Anna Berg <anna@min.example>
			To: Bo <bo@min.example>
			Subject: SV: Lejemål
			Date: Tue, 24 Nov 2026 11:00:00 +0100
			Message-ID: <one@min.example>
			Content-Type: text/plain; charset=us-ascii

			Godkendt.
			""";

	@Test
	void IN_02_theCopyInSentItemsIsTheMailInTheInbox() {
		var delivered = "Received: from a by b; Tue, 24 Nov 2026 11:00:02 +0100\nX-MS-Exchange-Organization-AuthAs: Internal\n"
				+ SENT.replace("From: Anna Berg <anna@min.example>", "From: \"Anna Berg\" <Anna@Min.example>") + "\n\n";

		assertThat(Mails.id(delivered)).isEqualTo(Mails.id(SENT));
	}

	@Test
	void IN_02_otherBoundariesAndEncodingsMakeNoOtherMail() {
		var mail = """
				From: anna@min.example
				Message-ID: <two@min.example>
				Content-Type: multipart/mixed; boundary=aaa

				--aaa
				Content-Type: text/plain

				Godkendt.
				--aaa
				Content-Type: application/pdf; name=a.pdf
				Content-Transfer-Encoding: base64

				SGVq
				--aaa--
				""";
		var other = mail.replace("aaa", "bbb")
			.replace("\nGodkendt.", "Content-Transfer-Encoding: quoted-printable\n\nGodk=65ndt.");

		assertThat(Mails.id(other)).isEqualTo(Mails.id(mail));
	}

	@Test
	void IN_03_oneMessageIdWithOtherWordsIsAnotherMail() {
		assertThat(Mails.id(SENT.replace("Godkendt.", "Afvist."))).isNotEqualTo(Mails.id(SENT));
		assertThat(Mails.id(SENT.replace("anna@", "eve@"))).isNotEqualTo(Mails.id(SENT));
		assertThat(Mails.id(SENT.replace("SV: ", ""))).isNotEqualTo(Mails.id(SENT));
		assertThat(Mails.id(SENT.replace("To: Bo", "Cc: Bo"))).isNotEqualTo(Mails.id(SENT));
	}

	@Test
	void IN_03_aMailWithoutMessageIdIsKnownByItsContent() {
		var nameless = SENT.replace("Message-ID: <one@min.example>\n", "");

		assertThat(Mails.id(nameless)).isEqualTo(Mails.id("X-Hop: 2\n" + nameless))
			.isNotEqualTo(Mails.id(nameless.replace("Godkendt", "Afvist")));
	}

	@Test
	void IN_02_aMailThatCannotBeWalkedIsOneMailInEveryMailbox() {
		var broken = SENT.replace("text/plain; charset=us-ascii", "multipart/mixed; boundary=x")
				+ "--x\nContent-Type: text/plain\n\nGodkendt.\n".repeat(1_001) + "--x--\n";
		assertThat(Mails.parse(broken).remarks()).isNotEmpty();

		var copies = Stream.of("mx1", "mx2", "mx3", "mx4", "mx5")
			.map((host) -> Mails
				.id("Received: from %s by store; Tue, 24 Nov 2026 11:00:02 +0100\n".formatted(host) + broken))
			.distinct();

		assertThat(copies).containsExactly(Mails.id(broken));
		assertThat(Mails.id(broken.replaceFirst("\n\nGodkendt", "\n\nAfvist"))).isNotEqualTo(Mails.id(broken));
		assertThat(Mails.id(broken.replace("anna@", "eve@"))).isNotEqualTo(Mails.id(broken));
		assertThat(Mails.id(broken.replace("boundary=x", "boundary=x; boundary=y"))).isNotEqualTo(Mails.id(broken));
	}

	@Test
	void IN_02_aBusyMachineMakesNoOtherMailOfIt() {
		var hurried = Mails.parse(Mails.bytes(SENT), Mails.within(Duration.ofNanos(1)));

		assertThat(hurried.remarks()).isNotEmpty();
		assertThat(hurried.id()).isEqualTo(Mails.id(SENT));
	}

	@Test
	void messageIdsAreNormalised() {
		assertThat(InternetMessageId.normalise(" <a@b>\r\n (comment)")).contains("a@b");
		assertThat(InternetMessageId.normalise("<a @ b>")).contains("a@b");
		assertThat(InternetMessageId.normalise("a@b")).contains("a@b");
		assertThat(InternetMessageId.normalise("no id")).isEmpty();
		assertThat(InternetMessageId.normaliseAll("<a@b><c@d>\t<a@b> junk <e@f")).containsExactly("a@b", "c@d");
	}

}
