package io.countersign.web;

import java.util.List;

import io.countersign.identity.Clearance;
import io.countersign.identity.DownloadPass;
import io.countersign.identity.DownloadPasses;
import io.countersign.identity.Person;
import io.countersign.intake.Message;
import io.countersign.intake.MessageId;
import io.countersign.intake.Messages;
import io.countersign.intake.Quarantine;
import io.countersign.overview.GivenAnswer;
import io.countersign.overview.ToMe;
import io.countersign.problem.NotFound;
import io.countersign.triage.Releases;
import io.countersign.triage.Review;
import io.countersign.triage.Reviews;

import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What does not count and what could not be read. The secretariat and auditors see all of
 * it, anybody else what lies in his own mailbox or belongs to a case of his.
 */
@Controller
class QuarantineController {

	private static final int MOST = 200;

	private final Quarantine quarantine;

	private final Reviews reviews;

	private final ReviewAccess access;

	private final Releases releases;

	private final Messages messages;

	private final ToMe toMe;

	private final Downloads downloads;

	private final DownloadPasses passes;

	QuarantineController(Quarantine quarantine, Reviews reviews, ReviewAccess access, Releases releases,
			Messages messages, ToMe toMe, Downloads downloads, DownloadPasses passes) {
		this.quarantine = quarantine;
		this.reviews = reviews;
		this.access = access;
		this.releases = releases;
		this.messages = messages;
		this.toMe = toMe;
		this.downloads = downloads;
		this.passes = passes;
	}

	/** A mail that was refused, and whether the reader of the page wants to see it in. */
	record Refused(Review review, Message message, boolean wanted) {
	}

	/**
	 * An answer that awaits confirmation, by its own person or by two of the secretariat.
	 */
	record Held(GivenAnswer answer, boolean mine, boolean wanted) {
	}

	@GetMapping("/quarantine")
	String page(@ModelAttribute("me") Person me, Model model) {
		model.addAttribute("held", held(me));
		model.addAttribute("refused", refused(me));
		model.addAttribute("kept",
				this.quarantine.kept(MOST).stream().filter((one) -> Downloads.maySee(one, Clearance.of(me))).toList());
		model.addAttribute("unfetched",
				this.quarantine.unfetched(MOST)
					.stream()
					.filter((one) -> Clearance.of(me).everything() || one.mailbox().equals(me.address()))
					.toList());
		model.addAttribute("secretariat", Secretariat.isReading());
		return "quarantine";
	}

	@PostMapping("/quarantine/{message}/retry")
	String retry(@PathVariable String message, @ModelAttribute("me") Person me, RedirectAttributes after) {
		this.quarantine.retry(this.downloads.kept(message, Clearance.of(me)).id(), me.id());
		after.addFlashAttribute("did", "retried");
		return "redirect:/quarantine";
	}

	/**
	 * The bytes as they came, as a download whatever they are, or the link to them on the
	 * second host.
	 */
	@GetMapping("/quarantine/{message}/original")
	ResponseEntity<Resource> original(@PathVariable String message, @ModelAttribute("me") Person me) {
		var kept = this.downloads.kept(message, Clearance.of(me));
		return this.passes.link(DownloadPass.Kind.MESSAGE, kept.id().value(), "")
			.map((link) -> ResponseEntity.status(HttpStatus.SEE_OTHER).location(link).<Resource>build())
			.orElseGet(() -> this.downloads.mail(message, Clearance.of(me)));
	}

	/** The second of the secretariat who wants it puts it into its case. */
	@AfterFreshSignIn
	@PostMapping("/quarantine/{message}/release")
	String release(@PathVariable String message, @ModelAttribute("me") Person me, RedirectAttributes after) {
		var id = new MessageId(message);
		if (!Secretariat.isReading() || this.reviews.find(id).filter(Review::isRefused).isEmpty()) {
			throw new NotFound("refused message", message);
		}
		this.releases.mail(id, me);
		after.addFlashAttribute("did", this.releases.isWantedBy(message, me) ? "wanted" : "released");
		return "redirect:/quarantine";
	}

	private List<Held> held(Person me) {
		return this.toMe.held(Clearance.of(me), MOST)
			.stream()
			.map((one) -> new Held(one, one.by().equals(me.address()), this.releases.isWantedBy(one.verdict(), me)))
			.toList();
	}

	private List<Refused> refused(Person me) {
		return this.reviews.refused(Clearance.of(me), MOST)
			.stream()
			.flatMap((review) -> this.messages.find(review.message())
				.filter((message) -> this.access.maySee(me, review, message))
				.map((message) -> new Refused(review, message, this.releases.isWantedBy(message.id().value(), me)))
				.stream())
			.toList();
	}

}
