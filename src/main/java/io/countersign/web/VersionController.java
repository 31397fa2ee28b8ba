package io.countersign.web;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.countersign.cases.CaseDocument;
import io.countersign.cases.CaseView;
import io.countersign.cases.VersionLinks;
import io.countersign.documents.DocumentId;
import io.countersign.documents.Documents;
import io.countersign.documents.VersionedFile;
import io.countersign.identity.Person;
import io.countersign.problem.InvalidField;
import io.countersign.problem.NotFound;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The versions of a case's documents: what has changed, and what is one of which. */
@Controller
class VersionController {

	private static final int SHA256 = 64;

	private final CaseAccess access;

	private final Documents documents;

	private final VersionLinks links;

	VersionController(CaseAccess access, Documents documents, VersionLinks links) {
		this.access = access;
		this.documents = documents;
		this.links = links;
	}

	/**
	 * From another version, or the one before, to this one. Of a file that the virus
	 * scanner has not cleared nothing is said but why (AT-9).
	 */
	@GetMapping("/cases/{id}/documents/{sha256}/changes")
	String changes(@PathVariable String id, @PathVariable String sha256, @RequestParam(defaultValue = "") String from,
			@ModelAttribute("me") Person me, Model model) {
		var view = this.access.read(id, me);
		var newer = file(view, sha256).orElseThrow(() -> new NotFound("file", sha256));
		var blocked = this.documents.blocked(view.files().stream().map(CaseDocument::sha256).toList());
		var others = view.files()
			.stream()
			.filter((one) -> one.chain() == newer.chain() && !one.sha256().equals(newer.sha256()))
			.filter((one) -> !blocked.containsKey(one.sha256()))
			.sorted(Comparator.comparingInt(CaseDocument::version).reversed())
			.toList();
		var older = from.isEmpty() ? before(newer, others) : file(view, from);
		var held = Stream.concat(Stream.of(newer), older.stream())
			.filter((one) -> blocked.containsKey(one.sha256()))
			.findFirst();
		if (held.isPresent()) {
			return "redirect:/cases/%s/documents/%s/text".formatted(view.id(), held.get().sha256().sha256());
		}
		model.addAttribute("file", view);
		model.addAttribute("newer", newer);
		model.addAttribute("others", others);
		older.ifPresent((one) -> model.addAttribute("older", one));
		var texts = older.flatMap((one) -> this.documents.text(one.sha256()))
			.flatMap((before) -> this.documents.text(newer.sha256()).map((after) -> new String[] { before, after }));
		try {
			texts.ifPresent((two) -> model.addAttribute("changes", TextChanges.between(two[0], two[1])));
		}
		catch (TextChanges.TooMuch ex) {
			model.addAttribute("tooMuch", true);
		}
		return "changes";
	}

	/** It is a version of that file, or of none; nobody guesses it again. */
	@PostMapping("/cases/{id}/documents/{sha256}/link")
	String link(@PathVariable String id, @PathVariable String sha256, @RequestParam(defaultValue = "") String name,
			@RequestParam(defaultValue = "") String versionOf, @ModelAttribute("me") Person me) {
		var view = this.access.change(id, me);
		var file = view.files()
			.stream()
			.map(CaseDocument::key)
			.filter((key) -> key.id().sha256().equals(sha256) && (name.isEmpty() || key.name().equals(name)))
			.findFirst()
			.orElseThrow(() -> new NotFound("file", sha256));
		var previous = versionOf.isEmpty() ? Optional.<VersionedFile.Key>empty() : Optional.of(key(versionOf));
		this.links.say(view.id(), file, previous, me.id());
		return "redirect:/cases/%s#documents".formatted(view.id());
	}

	/** As the page writes it: the SHA-256 and the name behind it. */
	private static VersionedFile.Key key(String written) {
		return DocumentId.parse(written.substring(0, Math.min(SHA256, written.length())))
			.filter((_) -> written.length() > SHA256 + 1)
			.map((id) -> new VersionedFile.Key(id, written.substring(SHA256 + 1)))
			.orElseThrow(() -> new InvalidField("versionOf", "The case has no such file."));
	}

	private static Optional<CaseDocument> file(CaseView view, String sha256) {
		return view.files().stream().filter((one) -> one.sha256().sha256().equals(sha256)).findFirst();
	}

	private static Optional<CaseDocument> before(CaseDocument newer, List<CaseDocument> others) {
		return others.stream().filter((one) -> one.version() < newer.version()).findFirst();
	}

}
