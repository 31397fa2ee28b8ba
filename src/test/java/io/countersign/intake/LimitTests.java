package io.countersign.intake;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;

import org.springframework.util.unit.DataSize;

import io.countersign.documents.DocumentId;
import io.countersign.documents.Spool;
import io.countersign.intake.Evidence.Defect;
import io.countersign.support.HeapPeak;

import static org.assertj.core.api.Assertions.assertThat;

@Isolated("It measures the heap, which is everybody's.")
class LimitTests {

	@Test
	@Timeout(30)
	void IN_10_nestingBeyondTheLimitIsKeptAsOneFile() {
		var mail = new StringBuilder("Subject: deep\n");
		for (var level = 0; level < 5_000; level++) {
			mail.append("Content-Type: multipart/mixed; boundary=level-%d-\n\n--level-%d-\n".formatted(level, level));
		}
		var read = Mails.parse(mail + "\nHej");

		assertThat(read.parts()).hasSize(1);
		assertThat(read.remarks())
			.containsExactly("Its parts are nested more than 100 levels deep; the deepest were kept as one file.");
	}

	@Test
	@Timeout(30)
	void IN_10_partsBeyondTheLimitAreLeftOutAndSaidSo() {
		var read = Mails.parse(multipart(
				IntStream.range(0, 3_000).mapToObj((n) -> part("text/plain", "", "x")).collect(Collectors.joining())));

		assertThat(read.remarks()).containsExactly("It has more than 1000 parts; the rest was left out.");
		assertThat(read.evidence().has(Defect.LIMIT_REACHED)).isTrue();
	}

	@Test
	void IN_10_filesBeyondTheLimitAreLeftOutAndSaidSo() {
		var read = Mails.parse(multipart(IntStream.range(0, 300)
			.mapToObj((n) -> part("application/pdf", "name=%d.pdf".formatted(n), "x"))
			.collect(Collectors.joining())));

		assertThat(read.parts()).hasSize(250);
		assertThat(read.remarks()).containsExactly("It has more than 250 files; the others were left out.");
	}

	@Test
	@Timeout(30)
	void IN_10_headersBeyondTheLimitsAreCutAndTheBodyIsStillRead() {
		var many = "X-A: b\n".repeat(3_000) + "\nHej";
		var large = "X-A: " + "b".repeat(70_000) + "\nSubject: Kort\n\nHej";
		var huge = "X-A: b%s\n".formatted("\n c".repeat(20_000)).repeat(5) + "\nHej";

		for (var mail : new String[] { many, large, huge }) {
			var read = Mails.parse(mail);

			assertThat(read.evidence().has(Defect.HEADER_CUT)).isTrue();
			assertThat(read.evidence().header()).hasSizeLessThanOrEqualTo(2_000);
			assertThat(read.content().text()).hasValueSatisfying((text) -> assertThat(text.strip()).endsWith("Hej"));
			assertThat(read.remarks()).hasSize(1);
		}
		assertThat(Mails.parse(large).subject()).isEqualTo("Kort");
	}

	@Test
	@Timeout(30)
	void IN_10_receiversBeyondTheLimitAreLeftOut() {
		var all = IntStream.range(0, 2_000).mapToObj("p%d@min.example"::formatted).collect(Collectors.joining(",\n "));

		assertThat(Mails.parse("To: " + all + "\n\nHej").to()).hasSize(1_000);
	}

	@Test
	void IN_10_aMailBeyondTheLimitIsReadUpToIt() {
		var limits = new Limits(100, 1000, 250, 2000, Limits.DEFAULT.header(), Limits.DEFAULT.headerField(), 1000,
				DataSize.ofKilobytes(10), 5_000_000, Limits.DEFAULT.memory(), Duration.ofSeconds(30));
		var read = Mails.parse(Mails.bytes(multipart(part("application/pdf", "name=a.pdf", "x")
				+ part("application/pdf", "name=b.pdf", "x".repeat(20_000)))), limits);

		assertThat(read.parts()).extracting(Part::name).containsExactly("a.pdf");
		assertThat(read.remarks()).singleElement().asString().startsWith("The mail is larger than");
	}

	@Test
	@Timeout(10)
	void IN_11_parsingEndsWhenItsTimeIsUp() {
		var limits = new Limits(100, 1000, 250, 2000, Limits.DEFAULT.header(), Limits.DEFAULT.headerField(), 1000,
				Limits.DEFAULT.message(), 5_000_000, Limits.DEFAULT.memory(), Duration.ofNanos(1));

		var read = Mails.parse(Mails.bytes(multipart(part("application/pdf", "name=a.pdf", "x"))), limits);

		assertThat(read.remarks()).containsExactly("Parsing the mail took too long; the rest of it was left out.");
	}

	/** Four boundaries are four ways to read it, and each byte of it comes slowly. */
	@Test
	@Timeout(60)
	void IN_11_allReadingsOfAMailTogetherTakeNoLongerThanOne() throws IOException {
		var mail = Mails.bytes("Content-Type: multipart/mixed; boundary=a; boundary=b; boundary=c; boundary=d\n\n"
				+ "Hej\n".repeat(200_000));
		var limits = Mails.within(Duration.ofSeconds(2));
		var told = new AtomicInteger();
		var began = System.nanoTime();

		try (var read = Mails.taken(() -> new Slow(mail), limits, told::incrementAndGet)) {
			assertThat(read.readings()).isEqualTo(4);
			assertThat(Duration.ofNanos(System.nanoTime() - began)).isBetween(Duration.ofSeconds(2),
					Duration.ofSeconds(5));
			assertThat(read.message(new MessageId("m"), DocumentId.of(new byte[32]), "", Instant.EPOCH).remarks())
				.contains("Parsing the mail took too long; the rest of it was left out.");
		}
		assertThat(told.get()).as("times the claim was kept").isBetween(3, 7);
	}

	@Test
	@Timeout(10)
	void IN_11_noDepthOfCommentsGroupsOrQuotesOverflowsTheStack() {
		for (var piece : List.of("(", "a:", "\"", "<", "@", "[", "\\(", "(a)", "a@x.example,", "=?utf-8?Q?(?=")) {
			var deep = piece.repeat(60_000 / piece.length());
			for (var name : List.of("From", "To", "Date", "Message-ID", "References", "Content-Type", "Subject")) {
				assertThat(Mails.parse(name + ": " + deep + "\n\nHej").content().text()).as(name + " " + piece)
					.isPresent();
			}
		}
	}

	@Test
	@Timeout(20)
	void IN_10_aFileInOneEndlessLineIsTakenInWhole() {
		var mail = multipart("--b\nContent-Type: application/pdf; name=a.pdf\nContent-Transfer-Encoding: base64\n\n"
				+ "QUJD".repeat(300_000) + "\n");

		var read = Mails.parse(mail);

		assertThat(read.parts()).singleElement().extracting(Part::size).isEqualTo(900_000L);
		assertThat(read.remarks()).isEmpty();
	}

	@Test
	@Timeout(180)
	void IN_12_anAttachmentOf140MegabytesGrowsTheHeapByLessThan128() throws IOException {
		var file = Files.createTempFile("large", ".eml");
		try {
			write(file, 140_000_000);
			var most = new HeapPeak();
			try (var _ = most; var spool = Spool.of(Files.newInputStream(file)); var parsed = Mails.taken(spool)) {
				assertThat(parsed.files()).singleElement().extracting(Spool::size).isEqualTo(140_000_000L);
			}
			assertThat(most.growth()).isLessThan(128L << 20);
		}
		finally {
			Files.delete(file);
		}
	}

	private static void write(Path file, int size) throws IOException {
		try (var out = Files.newOutputStream(file)) {
			out.write(Mails.bytes("Content-Type: application/pdf; name=a.pdf\nContent-Transfer-Encoding: base64\n\n"));
			try (var base64 = Base64.getMimeEncoder().wrap(out); var zeros = new Zeros(size)) {
				zeros.transferTo(base64);
			}
		}
	}

	private static String multipart(String parts) {
		return "Content-Type: multipart/mixed; boundary=b\n\n" + parts + "--b--\n";
	}

	private static String part(String type, String parameter, String content) {
		return "--b\nContent-Type: %s; %s\n\n%s\n".formatted(type, parameter, content);
	}

	/** Its header comes at once, a kilobyte of the rest every 20 milliseconds. */
	private static final class Slow extends FilterInputStream {

		private long header = Limits.DEFAULT.header().toBytes();

		private Slow(byte[] bytes) {
			super(new ByteArrayInputStream(bytes));
		}

		@Override
		public int read(byte[] target, int offset, int length) throws IOException {
			if (this.header <= 0) {
				LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
				return super.read(target, offset, Math.min(length, 1024));
			}
			var count = super.read(target, offset, (int) Math.min(length, this.header));
			this.header -= count;
			return count;
		}

	}

	/** So many bytes of nothing. */
	private static final class Zeros extends InputStream {

		private int left;

		private Zeros(int size) {
			this.left = size;
		}

		@Override
		public int read() {
			return (this.left-- > 0) ? 0 : -1;
		}

		@Override
		public int read(byte[] target, int offset, int length) {
			var count = Math.min(length, this.left);
			this.left -= count;
			return (count > 0) ? count : -1;
		}

	}

}
