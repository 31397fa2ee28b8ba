package io.countersign.web;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import io.countersign.cases.CaseDocument;
import io.countersign.cases.Comment;
import io.countersign.cases.Verdict;
import io.countersign.identity.Person;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * A case on paper: what was asked, who answered what and why it counts, and all that
 * happened.
 */
@Component
class CaseRecord {

	private final MessageSource messages;

	private final Wording wording;

	private final Sentences sentences;

	CaseRecord(MessageSource messages, Wording wording, Sentences sentences) {
		this.messages = messages;
		this.wording = wording;
		this.sentences = sentences;
	}

	/**
	 * @param filed the comments that belong to the record
	 */
	byte[] pdf(CasePage page, List<Comment> filed, Person reader) throws IOException {
		var file = page.file();
		var language = LocaleContextHolder.getLocale();
		try (var paper = new Paper("%s %s".formatted(file.number(), file.title()), language)) {
			paper.small("%s %s".formatted(file.number(), file.title()));
			paper.title(page.ask());
			facts(paper, page);
			verdicts(paper, page);
			people(paper, page);
			documents(paper, page);
			thread(paper, page);
			talk(paper, page, filed);
			audit(paper, page);
			paper.foot(text("case.printed", this.wording.exactly(this.wording.instant()), reader.displayName(),
					file.number().value()));
			return paper.bytes();
		}
	}

	private void facts(Paper paper, CasePage page) throws IOException {
		var file = page.file();
		paper.fact(text("case.due"), "%s %s".formatted(this.wording.due(page.row().due()),
				file.deadline().map((due) -> this.wording.exactly(due.at())).orElse("")));
		paper.fact(text("case.holder"), page.holder().map(Face::name).orElseGet(() -> text("case.holder.none")));
		if (page.requester().isPresent()) {
			paper.fact(text("case.requester." + (file.tasks().isEmpty() ? "decision" : "task")),
					page.requester().get().name());
		}
		paper.fact(text("case.opened.at"), this.wording.exactly(file.openedAt()));
		for (var task : file.tasks()) {
			paper.fact(text("case.tasks"), "%s, %s".formatted(task.description(), page.face(task.assignee()).name()));
		}
	}

	private void verdicts(Paper paper, CasePage page) throws IOException {
		paper.heading(text("case.verdicts"));
		if (page.verdicts().isEmpty()) {
			paper.text(text("case.verdicts.none"));
		}
		for (var verdict : page.verdicts()) {
			verdict(paper, page, verdict);
		}
	}

	private void verdict(Paper paper, CasePage page, Verdict verdict) throws IOException {
		var decision = verdict.decision();
		var by = decision.actedBy().equals(decision.decidedFor()) ? ""
				: " " + text("case.by", page.face(decision.actedBy()).name());
		paper.text("%s%s: %s (%s)".formatted(page.face(decision.decidedFor()).name(), by,
				text("case.outcome." + decision.outcome()), text("case.state." + verdict.state())));
		paper.small(
				String.join(", ", this.wording.exactly(decision.decidedAt()), text("case.method." + decision.method()),
						text("case.about", page.revision(verdict)), text("case.proof", decision.level())));
		for (var condition : decision.conditions()) {
			paper.quote(condition);
		}
		for (var about : page.answeredAbout(verdict)) {
			paper.small("%s, v%d, SHA-256 %s".formatted(about.name(), about.version(), about.sha256().sha256()));
		}
		for (var newer : page.newer(verdict)) {
			paper.small(text("case.newer", newer.name(), newer.version()));
		}
		for (var gate : decision.gates()) {
			paper.small("%s: %s %s".formatted(gate.gate(), text("gate.result." + gate.result()),
					this.sentences.in(gate.sentence()).text()));
		}
	}

	private void people(Paper paper, CasePage page) throws IOException {
		paper.heading(text("case.participants"));
		for (var member : page.members()) {
			paper.text("%s <%s>, %s".formatted(member.face().name(), member.face().address(),
					text("case.role." + member.role())));
		}
	}

	private void documents(Paper paper, CasePage page) throws IOException {
		paper.heading(text("case.documents"));
		if (page.documents().isEmpty()) {
			paper.text(text("case.documents.none"));
		}
		for (var group : page.documents()) {
			for (var one : group.all()) {
				paper.text("%s, v%d, %s%s".formatted(one.name(), one.version(), this.wording.size(one.size()),
						one.isCopy() ? ", " + text("case.file.copied") : ""));
				senders(paper, page, one);
				paper.small("SHA-256 " + one.sha256().sha256());
			}
		}
	}

	/** By whom and when a file was sent, or named in the cloud. */
	private void senders(Paper paper, CasePage page, CaseDocument one) throws IOException {
		for (var sending : page.sendings(one)) {
			if (sending.letter().isPresent()) {
				var letter = sending.letter().get();
				paper.small("%s  %s".formatted(this.wording.exactly(letter.at()),
						letter.author().map(Face::name).orElseGet(() -> text("case.nobody"))));
			}
		}
	}

	/** From the first mail on, as one reads on paper. */
	private void thread(Paper paper, CasePage page) throws IOException {
		paper.heading(text("case.thread"));
		for (var event : page.thread().reversed()) {
			switch (event) {
				case ThreadEvent.Letter letter -> letter(paper, letter);
				case ThreadEvent.Answer answer -> {
					paper.text("%s  %s: %s".formatted(this.wording.exactly(answer.at()),
							page.face(answer.answered().decision().actedBy()).name(),
							text("case.outcome." + answer.answered().decision().outcome())));
					paper.quote(answer.answered().decision().comment());
				}
				case ThreadEvent.Line line -> paper.small("%s  %s".formatted(this.wording.exactly(line.at()),
						this.wording.of(line.key(), line.values())));
			}
		}
	}

	private void letter(Paper paper, ThreadEvent.Letter letter) throws IOException {
		paper.text("%s  %s".formatted(this.wording.exactly(letter.at()),
				letter.author().map(Face::name).orElseGet(() -> text("case.nobody"))));
		paper.small("%s %s".formatted(text("case.to"), names(letter.to()))
				+ (letter.cc().isEmpty() ? "" : ". %s %s".formatted(text("case.cc"), names(letter.cc()))));
		paper.quote(letter.text().pieces().stream().map(Marked.Piece::text).collect(Collectors.joining())
				+ (letter.text().cut() ? "…" : ""));
		paper.small("%s: %s".formatted(text("case.join"), this.sentences.in(letter.reason()).text()));
		for (var note : letter.notes()) {
			paper.small(this.sentences.in(note).text());
		}
	}

	private void talk(Paper paper, CasePage page, List<Comment> filed) throws IOException {
		if (!filed.isEmpty()) {
			paper.heading(text("chat.title"));
		}
		for (var comment : filed) {
			paper.text("%s  %s".formatted(this.wording.exactly(comment.at()), page.face(comment.author()).name()));
			paper.quote(comment.words());
		}
	}

	private void audit(Paper paper, CasePage page) throws IOException {
		paper.heading(text("case.audit"));
		for (var entry : page.entries().reversed()) {
			paper.small("%d  %s  %s  %s  %s".formatted(entry.sequence(), this.wording.exactly(entry.at()),
					page.actor(entry), event(entry.type()), entry.hash()));
		}
	}

	private static String names(List<Face> faces) {
		return faces.stream().map(Face::name).collect(Collectors.joining(", "));
	}

	private String event(String type) {
		return Objects
			.requireNonNull(this.messages.getMessage("journal." + type, null, type, LocaleContextHolder.getLocale()));
	}

	private String text(String key, Object... values) {
		return this.messages.getMessage(key, values, LocaleContextHolder.getLocale());
	}

}
