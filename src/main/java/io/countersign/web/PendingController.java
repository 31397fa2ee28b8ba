package io.countersign.web;

import io.countersign.identity.Person;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Whoever has answered takes his answer back before it counts, and finds his words again.
 */
@Controller
class PendingController {

	private final PendingAnswers pending;

	PendingController(PendingAnswers pending) {
		this.pending = pending;
	}

	@PostMapping("/answers/{id}/undo")
	String undo(@PathVariable String id, @RequestParam(defaultValue = "") String back, @ModelAttribute("me") Person me,
			RedirectAttributes after) {
		var kept = this.pending.of(me).stream().filter((one) -> one.id().equals(id)).findFirst();
		after.addFlashAttribute("takenBack", this.pending.takeBack(id, me));
		if (kept.isEmpty() || back.equals("mine")) {
			return "redirect:/mine";
		}
		var answer = kept.get();
		after.addFlashAttribute("words", answer.words());
		answer.delegate().ifPresent((delegate) -> after.addFlashAttribute("chosen", delegate.value()));
		return "redirect:/cases/%s/decide?answer=%s".formatted(answer.caseId(), answer.answer().word());
	}

}
