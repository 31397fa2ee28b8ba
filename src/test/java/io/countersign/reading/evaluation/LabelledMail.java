package io.countersign.reading.evaluation;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.countersign.reading.Mail;

/**
 * A mail of the project's own sets, for training. What is held out, and what nobody looks
 * at, is none of them.
 *
 * @param asked what it answers; empty where that is not known
 * @param deadline by when, in local time
 */
public record LabelledMail(Mail mail, String asked, String label, Optional<LocalDateTime> deadline) {

	/** Mails that arrive, with what they want. */
	public static List<LabelledMail> requests() {
		var folders = Folders.of(Path.of(""));
		var own = folders.own("requests")
			.stream()
			.map(RequestExample::new)
			.filter((request) -> !request.example().isHeldOut());
		return Stream.concat(own, folders.freshRequests().values().stream().flatMap(List::stream))
			.map((request) -> new LabelledMail(request.mail(), "", request.label(), request.deadline()))
			.toList();
	}

	/** Answers, with their verdicts. */
	public static List<LabelledMail> answers() {
		var folders = Folders.of(Path.of(""));
		var fresh = folders.fresh().values().stream().flatMap(List::stream).map(FreshReply::example);
		var own = folders.own("replies")
			.stream()
			.map(ReplyExample::new)
			.filter((reply) -> !reply.isByAnother() && !reply.example().isHeldOut());
		var lines = folders.lines().stream().filter((line) -> !line.isHeldOut()).map(Dress.BARE::on);
		return Stream.of(fresh, own, lines)
			.flatMap((replies) -> replies)
			.map((reply) -> new LabelledMail(reply.mail(), reply.example().text("request"), reply.verdict(),
					Optional.empty()))
			.toList();
	}

}
