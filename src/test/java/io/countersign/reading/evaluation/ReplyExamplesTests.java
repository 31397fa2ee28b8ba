package io.countersign.reading.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.countersign.reading.Mail;
import io.countersign.reading.Reader;
import io.countersign.reading.VerdictReading.Label;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import static org.assertj.core.api.Assertions.assertThat;

/** The examples for development, each kind of trap by itself. */
@Execution(ExecutionMode.CONCURRENT)
class ReplyExamplesTests {

	private static final String ONLY_ASKED = "# Approvals only where just this was asked.";

	private static final Reader READER = new Reader();

	private static final List<ReplyExample> EXAMPLES = Folders.of(Path.of("."))
		.own("replies")
		.stream()
		.map(ReplyExample::new)
		.filter((reply) -> !reply.example().isHeldOut())
		.toList();

	@ParameterizedTest
	@MethodSource("traps")
	void aTrapIsSeldomReadWronglyAndNeverAsAnApproval(String trap) {
		var score = new ReplyScore();
		EXAMPLES.stream()
			.filter((reply) -> reply.trap().equals(trap))
			.forEach((reply) -> score.add(reply, READER.read(reply.mail())));

		assertThat(score.falseApprovals()).as(score.worst().toString()).isZero();
		assertThat(score.accuracy()).as(score.worst().toString()).isGreaterThan(0.85);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "", "Kan du godkende vedlagte notat? Can you approve the attached paper? Können Sie die Vorlage"
					+ " genehmigen? Får vi skicka svaret?", "Budget 2027 og bilag 1, 2 og 3 for museet" })
	void noReplyWrittenToMisleadApproves(String request) throws IOException {
		assertThat(misleading().filter((line) -> approves(line, request))).isEmpty();
	}

	/** As in a thread that has already said these words. */
	@Test
	void noReplyWrittenToMisleadApprovesWhereItsOwnWordsWereAsked() throws IOException {
		assertThat(misleading().takeWhile((line) -> !line.equals(ONLY_ASKED))
			.filter((line) -> approves(line, "Kan du godkende: " + line + "?"))).isEmpty();
	}

	private static Stream<String> misleading() throws IOException {
		return Files.readAllLines(Path.of("src/test/resources/readings/never-approved.txt")).stream();
	}

	private static boolean approves(String line, String request) {
		var mail = Mail.ofText("", line);
		var reading = READER.read(request.isEmpty() ? mail : mail.answering(request));
		return !line.startsWith("#") && reading.verdict().label() == Label.APPROVED;
	}

	@Test
	void newlyWrittenTextIsCutExactly() {
		var score = new ReplyScore();
		EXAMPLES.forEach((reply) -> score.add(reply, READER.read(reply.mail())));

		assertThat(score.exactShare()).isGreaterThan(0.98);
	}

	static Stream<String> traps() {
		return EXAMPLES.stream().map(ReplyExample::trap).distinct().sorted();
	}

}
