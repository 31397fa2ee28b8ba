package io.countersign.web;

import io.countersign.cases.CaseView;
import io.countersign.cases.Comments;
import io.countersign.cases.PrivateNotes;
import io.countersign.identity.CurrentPerson;
import io.countersign.identity.Person;
import io.countersign.problem.NotFound;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What people write about a case: to the others of it, or for themselves. */
@Controller
class NoteController {

	private final CaseAccess access;

	private final Comments comments;

	private final PrivateNotes notes;

	private final CurrentPerson currentPerson;

	NoteController(CaseAccess access, Comments comments, PrivateNotes notes, CurrentPerson currentPerson) {
		this.access = access;
		this.comments = comments;
		this.notes = notes;
		this.currentPerson = currentPerson;
	}

	@PostMapping("/cases/{id}/comments")
	String comment(@PathVariable String id, @RequestParam String words,
			@RequestParam(defaultValue = "false") boolean formal, @ModelAttribute("me") Person me,
			RedirectAttributes after) {
		var view = talking(id, me);
		if (!formal && !CaseAccess.isOf(me, view)) {
			throw new ResponseStatusException(HttpStatus.FORBIDDEN, "Informal words are for the people of a case");
		}
		if (words.isBlank()) {
			after.addFlashAttribute("sayFault", true);
			return "redirect:/cases/%s#chat".formatted(id);
		}
		this.comments.say(view.id(), me, words, formal);
		return "redirect:/cases/%s#chat".formatted(id);
	}

	@PostMapping("/cases/{id}/comments/{comment}/formal")
	String formal(@PathVariable String id, @PathVariable String comment, @ModelAttribute("me") Person me) {
		var view = talking(id, me);
		if (!CaseAccess.isOf(me, view) || !this.comments.makeFormal(view.id(), comment, me.id())) {
			throw new NotFound("informal comment", comment);
		}
		return "redirect:/cases/%s#chat".formatted(id);
	}

	@PostMapping("/cases/{id}/note")
	String note(@PathVariable String id, @RequestParam String words, @RequestParam(defaultValue = "") String back,
			@ModelAttribute("me") Person me) {
		this.notes.write(this.access.read(id, me).id(), account(), words);
		return back.equals("decide") ? "redirect:/cases/%s/decide?noted".formatted(id)
				: "redirect:/cases/%s#note".formatted(id);
	}

	private CaseView talking(String id, Person me) {
		var view = this.access.read(id, me);
		if (!Talk.mayTalk(me, view)) {
			throw new ResponseStatusException(HttpStatus.FORBIDDEN, "Only the people of a case talk on it");
		}
		return view;
	}

	private String account() {
		return this.currentPerson.directoryId()
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN, "Not in the directory"));
	}

}
