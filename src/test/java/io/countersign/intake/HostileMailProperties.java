package io.countersign.intake;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/**
 * Whatever the bytes are, parsing them ends soon and leaves something that can be stored.
 */
class HostileMailProperties {

	private static final Duration SOON = Duration.ofSeconds(2);

	private static final List<String> PIECES = List.of("\n", "\n\n", "\r", "\0", " ", "\t", "--b", "--b--", "--c\n",
			"From: ", "a@x.example", "<a@x.example>", "\"", "(", ")", "((((", ":", ";", ",", "<", ">", "\\",
			"Content-Type: multipart/mixed; boundary=b\n\n--b\n",
			"Content-Type: multipart/alternative; boundary=\"\"\n\n",
			"Content-Type: multipart/related; boundary=b; boundary=c\n\n", "Content-Type: message/rfc822\n\n",
			"Content-Type: text/plain; charset=utf-7\n\n", "Content-Type: text/html; charset*0*=utf-8''%\n",
			"Content-Transfer-Encoding: base64\n\n", "Content-Transfer-Encoding: quoted-printable\n\n",
			"Content-Transfer-Encoding: x-uuencode\n\n", "Content-Disposition: attachment; filename*=''%zz%\n",
			"=?utf-8?B?", "=?utf-8?Q?=?=", "=?x?b?==?=", "?=", "=3D", "=", "====", "AAAA",
			"\u00ff\u00fe\u00ed\u00a0\u0080", "Subject: ", "Date: Tue, 99 Foo 20262 99:99:99 +9999\n",
			"Message-ID: <<<>>>\n", "References: <a@b\n <c@d>\n", "begin 644 x\n", "x".repeat(1_000),
			"\n ".repeat(300));

	@Property(tries = 3_000)
	void IN_11_anyMixtureOfMimeEndsSoon(@ForAll("mixtures") String mail) {
		parsed(Mails.bytes(mail));
	}

	@Property(tries = 1_000)
	void IN_11_anyBytesEndSoon(@ForAll byte[] mail) {
		parsed(mail);
	}

	@Property(tries = 500)
	void IN_11_aBrokenCopyOfAGoodMailEndsSoon(@ForAll("places") int from, @ForAll("places") int to,
			@ForAll("mixtures") String splice) {
		var good = GOOD.getBytes(StandardCharsets.ISO_8859_1);
		var head = new String(good, 0, Math.min(from, good.length), StandardCharsets.ISO_8859_1);
		var tail = new String(good, Math.min(to, good.length), good.length - Math.min(to, good.length),
				StandardCharsets.ISO_8859_1);
		parsed(Mails.bytes(head + splice + tail));
	}

	@Provide
	Arbitrary<String> mixtures() {
		return Arbitraries.of(PIECES).list().ofMaxSize(60).map((pieces) -> String.join("", pieces));
	}

	@Provide
	Arbitrary<Integer> places() {
		return Arbitraries.integers().between(0, GOOD.length());
	}

	private static void parsed(byte[] mail) {
		var message = assertTimeoutPreemptively(SOON, () -> Mails.parse(mail, Limits.DEFAULT));
		var json = MessageJson.write(message);
		assertThat(json).doesNotContain("\\u0000");
		assertThat(json.codePoints()).noneMatch((point) -> point >= 0xD800 && point < 0xE000);
		assertThat(MessageJson.read(json)).isEqualTo(message);
	}

	private static final String GOOD = """
			From: "Berg, Anna" <anna@min.example>
			To: Bo <bo@min.example>, Cille <c@min.example>
			Subject: =?utf-8?B?TGVqZW3DpWw=?= og mere
			Date: Tue, 24 Nov 2026 11:00:00 +0100
			Message-ID: <one@min.example>
			References: <a@min.example> <b@min.example>
			MIME-Version: 1.0
			Content-Type: multipart/mixed; boundary="b"

			preamble
			--b
			Content-Type: multipart/alternative; boundary="c"

			--c
			Content-Type: text/plain; charset=utf-8
			Content-Transfer-Encoding: quoted-printable

			Godkendt p=C3=A5 vilk=C3=A5r
			--c
			Content-Type: text/html; charset=iso-8859-1
			Content-Transfer-Encoding: base64

			PHA+R29ka2VuZHQ8L3A+
			--c--
			--b
			Content-Type: application/pdf; name*0="long"; name*1=".pdf"
			Content-Disposition: attachment; filename*=utf-8''n%C3%B8gle.pdf
			Content-Transfer-Encoding: base64

			SGVqIHZlcmRlbg==
			--b--
			epilogue
			""";

}
