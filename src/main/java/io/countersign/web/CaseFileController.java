package io.countersign.web;

import java.net.URI;
import java.util.List;

import io.countersign.cases.CaseView;
import io.countersign.documents.Documents;
import io.countersign.identity.Clearance;
import io.countersign.identity.DownloadPass;
import io.countersign.identity.DownloadPasses;
import io.countersign.identity.People;
import io.countersign.identity.Person;
import io.countersign.intake.Message;
import io.countersign.intake.MessageId;
import io.countersign.intake.Messages;
import io.countersign.problem.NotFound;

import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Files and original mails of a case. Whoever may see the case may see them; a file of
 * another case is not found here.
 */
@Controller
class CaseFileController {

	private final CaseAccess access;

	private final Documents documents;

	private final Messages messages;

	private final People people;

	private final Downloads downloads;

	private final DownloadPasses passes;

	CaseFileController(CaseAccess access, Documents documents, Messages messages, People people, Downloads downloads,
			DownloadPasses passes) {
		this.access = access;
		this.documents = documents;
		this.messages = messages;
		this.people = people;
		this.downloads = downloads;
		this.passes = passes;
	}

	/**
	 * The exact bytes, as a download whatever they are, or the link to them on the second
	 * host; of a blocked file the page that says why.
	 */
	@GetMapping("/cases/{id}/documents/{sha256}")
	ResponseEntity<Resource> document(@PathVariable String id, @PathVariable String sha256,
			@ModelAttribute("me") Person me) {
		var file = this.downloads.find(this.access.read(id, me), sha256);
		if (file.blocked().isPresent()) {
			return leadTo(URI.create("/cases/%s/documents/%s/text".formatted(id, sha256)));
		}
		return this.passes.link(DownloadPass.Kind.FILE, id, file.id().sha256())
			.map(CaseFileController::leadTo)
			.orElseGet(() -> this.downloads.file(id, sha256, Clearance.of(me)));
	}

	private static ResponseEntity<Resource> leadTo(URI place) {
		return ResponseEntity.status(HttpStatus.SEE_OTHER)
			.location(place)
			.cacheControl(CacheControl.noStore().cachePrivate())
			.build();
	}

	/** The text that was read in a file, with the words of a search marked. */
	@GetMapping("/cases/{id}/documents/{sha256}/text")
	String text(@PathVariable String id, @PathVariable String sha256, @RequestParam(defaultValue = "") String q,
			@RequestParam(defaultValue = "" + FoundWords.FIRST_PLACE) int from, @ModelAttribute("me") Person me,
			Model model) {
		var view = this.access.read(id, me);
		var file = this.downloads.find(view, sha256);
		model.addAttribute("file", view);
		model.addAttribute("one", file);
		model.addAttribute("q", q);
		model.addAttribute("words",
				FoundWords.of(file.isReadable() ? this.documents.text(file.id()).orElse("") : "", from, q));
		return "document";
	}

	/** A mail as its author made it, with nothing in it that could act or load. */
	@GetMapping("/cases/{id}/messages/{message}")
	String original(@PathVariable String id, @PathVariable String message, @ModelAttribute("me") Person me,
			Model model) {
		var view = this.access.read(id, me);
		var mail = mail(view, message);
		model.addAttribute("file", view);
		model.addAttribute("mail", mail);
		model.addAttribute("faces", Faces.of(view, List.of(mail), this.people));
		model.addAttribute("html", mail.content().html().map(SafeHtml::of).orElse(""));
		return "message";
	}

	private Message mail(CaseView view, String message) {
		return view.messages()
			.stream()
			.filter((joined) -> joined.message().value().equals(message))
			.findFirst()
			.flatMap((joined) -> this.messages.find(new MessageId(message)))
			.orElseThrow(() -> new NotFound("message", message));
	}

}
