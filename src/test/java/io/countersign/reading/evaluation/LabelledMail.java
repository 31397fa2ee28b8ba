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

	private static final List<String> REQUESTS = List.of(
			"Kan du godkende vedlagte notat? Can you approve the attached paper? Können Sie die Vorlage genehmigen? Får vi skicka svaret?",
			"Budget 2027 og bilag 1, 2 og 3 for museet");

	/** Mails that arrive, with what they want. */
	public static List<LabelledMail> requests() {
		var folders = Folders.of(Path.of(""));
		var own = folders.own("requests")
			.stream()
			.map(RequestExample::new)
			.filter((request) -> !request.example().isHeldOut());
		return Stream.concat(own, folders.freshRequests().values().stream().flatMap(List::stream))
			.map(LabelledMail::of)
			.toList();
	}

	/** Mails that teach only how far phrases and words are believed together. */
	public static List<LabelledMail> requestsKeptApart() {
		return Folders.of(Path.of(""))
			.requestsKeptApart()
			.values()
			.stream()
			.flatMap(List::stream)
			.map(LabelledMail::of)
			.toList();
	}

	/** All that may teach what the last model does not look at. */
	public static List<LabelledMail> allRequests() {
		return Stream.concat(requests().stream(), requestsKeptApart().stream()).toList();
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
		return Stream.of(fresh, own, lines).flatMap((replies) -> replies).map(LabelledMail::of).toList();
	}

	/** Answers that teach only how far the models that learn from others are believed. */
	public static List<LabelledMail> answersKeptApart() {
		return Folders.of(Path.of(""))
			.keptApart()
			.values()
			.stream()
			.flatMap(List::stream)
			.map(FreshReply::example)
			.map(LabelledMail::of)
			.toList();
	}

	/**
	 * Answers that approve nothing: those that were written to mislead, to what anybody
	 * may ask, and those of the sets that teach the other models.
	 */
	public static List<LabelledMail> noApprovals() {
		var folders = Folders.of(Path.of(""));
		var misleading = folders.misleading()
			.stream()
			.flatMap((words) -> REQUESTS.stream().map((request) -> unlabelled(Mail.ofText("SV: x", words), request)));
		var fresh = folders.fresh()
			.values()
			.stream()
			.flatMap(List::stream)
			.map(FreshReply::example)
			.filter((reply) -> !reply.verdict().equals("APPROVED"))
			.map((reply) -> unlabelled(reply.mail(), reply.example().text("request")));
		return Stream.concat(misleading, fresh).toList();
	}

	private static LabelledMail of(RequestExample request) {
		return new LabelledMail(request.mail(), "", request.label(), request.deadline());
	}

	private static LabelledMail of(ReplyExample reply) {
		return new LabelledMail(reply.mail(), reply.example().text("request"), reply.verdict(), Optional.empty());
	}

	private static LabelledMail unlabelled(Mail mail, String request) {
		return new LabelledMail(mail, request, "", Optional.empty());
	}

}
