package io.countersign.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.countersign.cases.Ask;
import io.countersign.cases.CaseId;
import io.countersign.cases.CaseState;
import io.countersign.cases.CaseView;
import io.countersign.cases.Cases;
import io.countersign.cases.Regrouping;
import io.countersign.cases.Regroupings;
import io.countersign.cases.Tie;
import io.countersign.identity.Clearance;
import io.countersign.identity.People;
import io.countersign.identity.Person;
import io.countersign.intake.Message;
import io.countersign.intake.Messages;
import io.countersign.problem.InvalidField;
import io.countersign.problem.NotFound;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lets people put right which mails make a case. Each step can be undone. */
@Controller
class RegroupingController {

	private static final int MOST = 30;

	private static final int LONGEST_TITLE = 300;

	private final CaseAccess access;

	private final Regroupings regroupings;

	private final Cases cases;

	private final Messages messages;

	private final People people;

	RegroupingController(CaseAccess access, Regroupings regroupings, Cases cases, Messages messages, People people) {
		this.access = access;
		this.regroupings = regroupings;
		this.cases = cases;
		this.messages = messages;
		this.people = people;
	}

	@PostMapping("/cases/{id}/close")
	String close(@PathVariable String id, @ModelAttribute("me") Person me) {
		return shown(this.regroupings.close(this.access.change(id, me).id(), me.id()).caseId());
	}

	@GetMapping("/cases/{id}/merge")
	String mergePage(@PathVariable String id, @RequestParam(defaultValue = "") String q,
			@ModelAttribute("me") Person me, Model model) {
		model.addAttribute("file", this.access.change(id, me));
		model.addAttribute("targets", targets(id, q, me));
		model.addAttribute("q", q);
		return "merge";
	}

	@PostMapping("/cases/{id}/merge")
	String merge(@PathVariable String id, @RequestParam String into, @ModelAttribute("me") Person me) {
		var from = this.access.change(id, me).id();
		var done = this.regroupings.merge(from, this.access.change(into, me).id(), me.id());
		return shown(into(done));
	}

	@GetMapping("/cases/{id}/messages/{message}/move")
	String movePage(@PathVariable String id, @PathVariable String message, @RequestParam(defaultValue = "") String q,
			@ModelAttribute("me") Person me, Model model) {
		var view = this.access.change(id, me);
		var mail = free(view, message);
		model.addAttribute("file", view);
		model.addAttribute("mail", mail);
		model.addAttribute("targets", targets(id, q, me));
		model.addAttribute("q", q);
		model.addAttribute("approvers", approvers(view, mail));
		model.addAttribute("later", later(view, mail));
		return "move";
	}

	@PostMapping("/cases/{id}/messages/{message}/move")
	String move(@PathVariable String id, @PathVariable String message, @RequestParam String into,
			@ModelAttribute("me") Person me) {
		var mail = free(this.access.change(id, me), message);
		var done = this.regroupings.move(mail.id(), new CaseId(id), this.access.change(into, me).id(), me.id());
		return shown(into(done));
	}

	/**
	 * For the secretariat: whoever asks for something does not word what others are said
	 * to have been asked.
	 */
	@PostMapping("/cases/{id}/messages/{message}/split")
	String split(@PathVariable String id, @PathVariable String message, @RequestParam String title,
			@RequestParam String approver, @RequestParam(defaultValue = "") List<String> along,
			@ModelAttribute("me") Person me, RedirectAttributes after) {
		if (!Secretariat.isReading()) {
			throw new ResponseStatusException(HttpStatus.FORBIDDEN, "Only the secretariat splits");
		}
		var view = this.access.change(id, me);
		var mail = free(view, message);
		var asked = approvers(view, mail).stream()
			.filter((one) -> one.address().value().equals(approver))
			.findFirst()
			.orElseThrow(() -> new InvalidField("approver", "Nobody of this mail or case has this address."));
		if (title.isBlank() || title.length() > LONGEST_TITLE) {
			after.addFlashAttribute("fault", "title");
			after.addFlashAttribute("typedTitle", title);
			return "redirect:/cases/%s/messages/%s/move".formatted(id, message);
		}
		var others = later(view, mail).stream().map(Message::id).filter((one) -> along.contains(one.value())).toList();
		return shown(
				into(this.regroupings.split(view.id(), mail.id(), others, title.strip(), asked.address(), me.id())));
	}

	@PostMapping("/regroupings/{regrouping}/undo")
	String undo(@PathVariable String regrouping, @ModelAttribute("me") Person me) {
		var done = this.regroupings.find(regrouping)
			.orElseThrow(() -> new NotFound("step that can be undone", regrouping));
		this.access.change(done.caseId().value(), me);
		done.into().ifPresent((into) -> this.access.change(into.value(), me));
		return shown(this.regroupings.undo(regrouping, me.id()).caseId());
	}

	/** Cases it could go to: open, and this person's to change. */
	private List<CaseView> targets(String id, String words, Person me) {
		var found = this.cases.seenBy(Clearance.of(me), words.isBlank() ? null : words.strip(), MOST);
		return found.stream()
			.filter((one) -> one.state() != CaseState.CLOSED && !one.id().value().equals(id))
			.flatMap((one) -> this.cases.find(one.id()).stream())
			.filter((one) -> this.access.mayChange(me, one))
			.toList();
	}

	private Message free(CaseView view, String message) {
		return view.messages()
			.stream()
			.map(CaseView.JoinedMessage::message)
			.filter((one) -> one.value().equals(message) && Tie.of(view, one).isEmpty())
			.findFirst()
			.flatMap(this.messages::find)
			.orElseThrow(() -> new NotFound("message that may go", message));
	}

	/** Whom the mail may ask: the people it went to and those asked before. */
	private List<Person> approvers(CaseView view, Message mail) {
		var author = mail.from().map((from) -> from.address());
		return this.people.ofDirectory(Stream
			.concat(Stream.concat(mail.to().stream(), mail.cc().stream()).map((party) -> party.address()),
					view.asks().stream().map(Ask::approver))
			.filter((address) -> !author.equals(Optional.of(address)))
			.toList());
	}

	/** What came after it and is free to go too. */
	private List<Message> later(CaseView view, Message mail) {
		return view.messages()
			.stream()
			.map(CaseView.JoinedMessage::message)
			.dropWhile((one) -> !one.equals(mail.id()))
			.skip(1)
			.filter((one) -> Tie.of(view, one).isEmpty())
			.limit(MOST)
			.flatMap((one) -> this.messages.find(one).stream())
			.toList();
	}

	private static CaseId into(Regrouping done) {
		return done.into().orElse(done.caseId());
	}

	private static String shown(CaseId id) {
		return "redirect:/cases/" + id;
	}

}
