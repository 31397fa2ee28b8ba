package io.countersign.web;

import java.util.Optional;

import io.countersign.cases.CaseId;
import io.countersign.cases.Cases;
import io.countersign.identity.Clearance;
import io.countersign.identity.EmailAddress;
import io.countersign.identity.Person;
import io.countersign.intake.MessageId;
import io.countersign.intake.Part;
import io.countersign.overview.DueScale;
import io.countersign.overview.ToMe;
import io.countersign.problem.NotFound;
import io.countersign.reading.Reading;
import io.countersign.triage.ByHand;
import io.countersign.triage.Dismissals;
import io.countersign.triage.Letters;
import io.countersign.triage.Reviews;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a person must look at, with the reasons for the doubt. */
@Controller
class ReviewController {

	private static final int MOST = 200;

	private final Reviews reviews;

	private final Dismissals dismissals;

	private final Doubts doubts;

	private final Cases cases;

	private final ToMe toMe;

	private final io.countersign.reading.Reader reader;

	private final DueScale scale;

	private final ByHand byHand;

	private final CaseAccess caseAccess;

	private final MovedOn movedOn;

	ReviewController(Reviews reviews, Dismissals dismissals, Doubts doubts, Cases cases, ToMe toMe,
			io.countersign.reading.Reader reader, DueScale scale, ByHand byHand, CaseAccess caseAccess,
			MovedOn movedOn) {
		this.movedOn = movedOn;
		this.byHand = byHand;
		this.caseAccess = caseAccess;
		this.reviews = reviews;
		this.dismissals = dismissals;
		this.doubts = doubts;
		this.cases = cases;
		this.toMe = toMe;
		this.reader = reader;
		this.scale = scale;
	}

	@GetMapping("/review")
	String page(@RequestParam(defaultValue = "") String message, @ModelAttribute("me") Person me, Model model) {
		var doubts = this.doubts.seenBy(me);
		var shown = message.isEmpty() ? doubts.stream().findFirst() : this.doubts.find(message, me);
		var settled = shown.isPresent() ? Optional.<CaseId>empty() : this.movedOn.ofMessage(message, me);
		if (settled.isPresent()) {
			return "redirect:/cases/%s#m-%s".formatted(settled.get(), message);
		}
		model.addAttribute("doubts", doubts);
		model.addAttribute("held", this.toMe.held(Clearance.of(me), MOST));
		shown.ifPresent((one) -> show(one, me, model));
		return "review";
	}

	/** The mail as its author made it, with nothing in it that could act or load. */
	@GetMapping("/review/{message}/original")
	String original(@PathVariable String message, @ModelAttribute("me") Person me, Model model) {
		var mail = this.doubts.get(message, me).message();
		model.addAttribute("mail", mail);
		model.addAttribute("html", mail.content().html().map(SafeHtml::of).orElse(""));
		return "message";
	}

	/** It is nothing to us; what it says is forgotten, unless that is taken back soon. */
	@PostMapping("/review/{message}/dismiss")
	String dismiss(@PathVariable String message, @RequestParam(defaultValue = "") String back,
			@ModelAttribute("me") Person me, RedirectAttributes after) {
		var doubt = this.doubts.get(message, me);
		this.dismissals.dismiss(doubt.message().id(), me.id());
		after.addFlashAttribute("did", "dismissed");
		after.addFlashAttribute("dismissed", message);
		return back.equals("quarantine") ? "redirect:/quarantine" : "redirect:/review";
	}

	/** By whoever has dismissed it, as long as it is not forgotten. */
	@PostMapping("/review/{message}/restore")
	String restore(@PathVariable String message, @RequestParam(defaultValue = "") String back,
			@ModelAttribute("me") Person me, RedirectAttributes after) {
		if (!this.dismissals.takeBack(new MessageId(message), me.id())) {
			throw new NotFound("message that was put aside", message);
		}
		if (back.equals("quarantine")) {
			return "redirect:/quarantine";
		}
		after.addAttribute("message", message);
		return "redirect:/review";
	}

	@PostMapping("/review/{message}/join")
	String join(@PathVariable String message, @ModelAttribute("me") Person me) {
		var doubt = this.doubts.notRefused(message, me);
		var likely = doubt.review()
			.likely()
			.filter((one) -> this.caseAccess.maySee(me, one))
			.orElseThrow(() -> new NotFound("likely case of", message));
		var view = this.caseAccess.change(likely.value(), me);
		this.reviews.join(doubt.message().id(), view.id(), me.id().value());
		return "redirect:/cases/%s".formatted(view.id());
	}

	/** It asks somebody, and a person says whom. */
	@PostMapping("/review/{message}/open")
	String open(@PathVariable String message, @RequestParam EmailAddress approver, @ModelAttribute("me") Person me) {
		var doubt = this.doubts.notRefused(message, me);
		return "redirect:/cases/%s".formatted(this.byHand.open(doubt.message().id(), approver, me.id().value()));
	}

	/** It orders work, and a person says whose. */
	@PostMapping("/review/{message}/order")
	String order(@PathVariable String message, @RequestParam EmailAddress approver, @ModelAttribute("me") Person me) {
		var doubt = this.doubts.notRefused(message, me);
		return "redirect:/cases/%s".formatted(this.byHand.order(doubt.message().id(), approver, me.id().value()));
	}

	/** It belongs to a case that was not thought of. */
	@PostMapping("/review/{message}/place")
	String place(@PathVariable String message, @RequestParam String number, @ModelAttribute("me") Person me,
			RedirectAttributes after) {
		var doubt = this.doubts.notRefused(message, me);
		var named = this.cases.seenBy(Clearance.of(me), number.strip(), MOST)
			.stream()
			.filter((one) -> one.number().value().equals(number.strip()))
			.findFirst();
		if (named.isEmpty()) {
			after.addFlashAttribute("fault", "number");
			after.addFlashAttribute("typedNumber", number);
			after.addAttribute("message", message);
			return "redirect:/review";
		}
		var view = this.caseAccess.change(named.get().id().value(), me);
		this.reviews.join(doubt.message().id(), view.id(), me.id().value());
		return "redirect:/cases/%s".formatted(view.id());
	}

	private void show(Doubts.Doubt doubt, Person me, Model model) {
		var reading = this.reader.read(Letters.of(doubt.message(), this.scale.zone()));
		model.addAttribute("doubt", doubt);
		model.addAttribute("candidates", this.byHand.candidates(doubt.message()));
		model.addAttribute("reading", reading);
		model.addAttribute("text", marked(reading));
		model.addAttribute("files",
				doubt.message().parts().stream().filter((part) -> part.role() != Part.Role.INLINE).toList());
		doubt.review()
			.likely()
			.filter((likely) -> this.caseAccess.maySee(me, likely))
			.flatMap(this.cases::find)
			.ifPresent((view) -> model.addAttribute("likely", view));
	}

	private static Marked marked(Reading reading) {
		return Marked.of(reading.own().text().strip(), CaseThread.asked(reading));
	}

}
