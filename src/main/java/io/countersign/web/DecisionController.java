package io.countersign.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import io.countersign.cases.Ask;
import io.countersign.cases.CaseId;
import io.countersign.cases.CaseState;
import io.countersign.cases.CaseView;
import io.countersign.cases.Decision;
import io.countersign.cases.Verdict;
import io.countersign.identity.EmailAddress;
import io.countersign.identity.People;
import io.countersign.identity.Person;
import io.countersign.overview.ToMe;
import io.countersign.problem.InvalidField;
import io.countersign.writeback.ReplyPreviews;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The page behind a link in a mail. Opening it changes nothing: mail scanners open links.
 */
@Controller
class DecisionController {

	private static final Pattern KEY = Pattern.compile("[A-Za-z0-9-]{8,64}");

	private static final int LONGEST_WORDS = 4000;

	private final CaseAccess access;

	private final CasePages pages;

	private final PendingAnswers pending;

	private final ToMe toMe;

	private final People people;

	private final Talk talk;

	private final PageVerdicts verdicts;

	private final ReplyPreviews previews;

	private final Wording wording;

	private final MovedOn movedOn;

	DecisionController(CaseAccess access, CasePages pages, PendingAnswers pending, ToMe toMe, People people, Talk talk,
			PageVerdicts verdicts, ReplyPreviews previews, Wording wording, MovedOn movedOn) {
		this.movedOn = movedOn;
		this.verdicts = verdicts;
		this.previews = previews;
		this.wording = wording;
		this.access = access;
		this.pages = pages;
		this.pending = pending;
		this.toMe = toMe;
		this.people = people;
		this.talk = talk;
	}

	@GetMapping("/cases/{id}/decide")
	String page(@PathVariable String id, @RequestParam(defaultValue = "") String answer,
			@RequestParam(required = false) @Nullable String given, @ModelAttribute("me") Person me, Model model,
			HttpServletResponse response) {
		var view = this.access.read(id, me);
		var onward = (view.state() == CaseState.CLOSED) ? this.movedOn.asked(view, me) : Optional.<CaseId>empty();
		if (onward.isPresent()) {
			return "redirect:/cases/%s/decide".formatted(onward.get());
		}
		show(id, me, model);
		var opened = Answer.of(answer);
		model.addAttribute("answer", opened.orElse(null));
		CasePages.openAsk(view, me)
			.ifPresent((ask) -> model.addAttribute("preview",
					preview(view, ask, me, opened.orElse(Answer.APPROVE), "", Optional.empty())));
		var kept = this.pending.of(new CaseId(id), me);
		if (kept.filter(PendingAnswer::isPending).isPresent()) {
			model.addAttribute("pending", kept.get());
			response.setHeader("Refresh", String.valueOf(this.pending.undoWithin().toSeconds() + 1));
		}
		else if (given != null) {
			this.access.read(id, me)
				.verdicts()
				.stream()
				.filter((verdict) -> verdict.decision().method() == Decision.Method.PAGE
						&& verdict.decision().actedBy().equals(me.address()))
				.max(Comparator.comparing(Verdict::recordedAt))
				.ifPresent((verdict) -> model.addAttribute("given", verdict));
		}
		return "decide";
	}

	@AfterFreshSignIn
	@PostMapping("/cases/{id}/verdict")
	String decide(@PathVariable String id, @RequestParam String ask, @RequestParam String outcome,
			@RequestParam String key, @RequestParam(defaultValue = "") String words,
			@RequestParam(defaultValue = "") String delegate, @RequestParam(defaultValue = "") String until,
			@RequestParam(defaultValue = "") String back, @ModelAttribute("me") Person me, Model model,
			HttpServletResponse response) {
		var view = this.access.read(id, me);
		var answer = Answer.of(outcome).orElseThrow(() -> new InvalidField("outcome", "There is no such answer."));
		if (!KEY.matcher(key).matches() || words.length() > LONGEST_WORDS) {
			throw new InvalidField("key", "The form is incomplete.");
		}
		var asked = ofMine(view, me, ask);
		var chosen = Optional.of(delegate).flatMap(EmailAddress::parse).flatMap(this.people::find);
		var fault = asked.isEmpty() ? "overtaken" : fault(answer, words, chosen, until, me);
		if (!fault.isEmpty()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			show(id, me, model);
			model.addAttribute("answer", answer);
			model.addAttribute("fault", fault);
			asked.ifPresent((one) -> model.addAttribute("preview", preview(view, one, me, answer, words, day(until))));
			model.addAttribute("words", words);
			model.addAttribute("chosen", delegate);
			model.addAttribute("until", until);
			return "decide";
		}
		this.pending.keep(new PageAnswer(me, asked.orElseThrow(), answer, words.strip(),
				(answer == Answer.DELEGATE) ? chosen : Optional.empty(),
				(answer == Answer.LATER) ? day(until) : Optional.empty(), key));
		return back.equals("case") ? "redirect:/cases/%s?done#verdicts".formatted(id)
				: "redirect:/cases/%s/decide?given".formatted(id);
	}

	/** What the thread will read; asking for it decides nothing. */
	@PostMapping("/cases/{id}/preview")
	String preview(@PathVariable String id, @RequestParam String outcome, @RequestParam(defaultValue = "") String words,
			@RequestParam(defaultValue = "") String until, @ModelAttribute("me") Person me, Model model) {
		var view = this.access.read(id, me);
		var answer = Answer.of(outcome).orElseThrow(() -> new InvalidField("outcome", "There is no such answer."));
		if (words.length() > LONGEST_WORDS) {
			throw new InvalidField("words", "That is too long.");
		}
		CasePages.openAsk(view, me)
			.ifPresent((ask) -> model.addAttribute("preview", preview(view, ask, me, answer, words, day(until))));
		return "preview";
	}

	private ReplyPreviews.Preview preview(CaseView view, Ask ask, Person me, Answer answer, String words,
			Optional<LocalDate> until) {
		return this.previews.of(view, this.verdicts.decision(new PageAnswer(me, ask, answer, words.strip(),
				Optional.empty(), (answer == Answer.LATER) ? until : Optional.empty(), "preview")));
	}

	/** Nobody answers for another, and nothing that has been replaced is answered. */
	private static Optional<Ask> ofMine(CaseView view, Person me, String ask) {
		return CasePages.openAsk(view, me).filter((open) -> open.id().value().equals(ask));
	}

	private String fault(Answer answer, String words, Optional<Person> delegate, String until, Person me) {
		if (answer.needsWords() && words.isBlank()) {
			return "words";
		}
		if (answer == Answer.LATER && !until.isBlank()
				&& day(until).filter((day) -> !day.isBefore(this.wording.day())).isEmpty()) {
			return "until";
		}
		var somebody = delegate.filter((one) -> one.inDirectory() && !one.address().equals(me.address()));
		return (answer == Answer.DELEGATE && somebody.isEmpty()) ? "delegate" : "";
	}

	private static Optional<LocalDate> day(String typed) {
		try {
			return Optional.of(LocalDate.parse(typed));
		}
		catch (DateTimeParseException ex) {
			return Optional.empty();
		}
	}

	private void show(String id, Person me, Model model) {
		var page = this.pages.of(id, me);
		model.addAttribute("page", page);
		model.addAttribute("note", this.talk.noteOf(page.file()));
		model.addAttribute("answers", Answer.withWords());
		var answered = this.pending.of(me).stream().map((one) -> one.caseId().value()).toList();
		model.addAttribute("waiting",
				this.toMe.waiting(me.address()).stream().filter((row) -> !answered.contains(row.id())).toList());
		model.addAttribute("key", UUID.randomUUID().toString());
	}

}
