package io.countersign.cases;

import java.util.List;
import java.util.Optional;

import com.github.therapi.runtimejavadoc.RetainJavadoc;
import org.jspecify.annotations.Nullable;

import io.countersign.documents.DocumentId;
import io.countersign.documents.VersionedFile;
import io.countersign.identity.CurrentPerson;
import io.countersign.identity.Person;
import io.countersign.problem.InvalidField;
import io.countersign.problem.NotFound;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Puts right which file of a case is a version of which. */
@RestController
@RetainJavadoc
@RequestMapping("/api/v1/cases")
class VersionLinkController {

	private final Cases cases;

	private final VersionLinks links;

	private final CurrentPerson caller;

	VersionLinkController(Cases cases, VersionLinks links, CurrentPerson caller) {
		this.cases = cases;
		this.links = links;
		this.caller = caller;
	}

	/**
	 * Says which file this one is a version of. With {@code versionOf} null it stands
	 * alone. Who said so and when is in the journal; it is never guessed again.
	 * @param id as events and lists name the case, beginning with {@code cs_}
	 * @param sha256 64 hex digits of a file of that case
	 * @throws NotFound when there is no such case, or no such file in it
	 * @throws AccessDeniedException when the token does not act for a person of the
	 * directory
	 */
	@PostMapping("/{id}/documents/{sha256}/link")
	DocumentView.LinkedView link(@PathVariable String id, @PathVariable String sha256,
			@RequestBody @Valid NewLink link) {
		var person = person();
		var caseId = new CaseId(id);
		var files = this.cases.get(caseId).files();
		var file = DocumentId.parse(sha256)
			.flatMap((named) -> file("name", files, named, link.name()))
			.orElseThrow(() -> new NotFound("file of this case", sha256));
		var previous = Optional.ofNullable(link.versionOf())
			.map((other) -> DocumentId.parse(other)
				.flatMap((named) -> file("versionOfName", files, named, link.versionOfName()))
				.orElseThrow(() -> new InvalidField("versionOf", "The case has no file with this SHA-256.")));
		this.links.say(caseId, file, previous, person.id());
		return this.cases.get(caseId)
			.files()
			.stream()
			.filter((one) -> one.key().equals(file))
			.flatMap((one) -> one.link().stream())
			.map(DocumentView.LinkedView::of)
			.findFirst()
			.orElseThrow(() -> new NotFound("file of this case", sha256));
	}

	/** The same bytes may be there under several names. */
	private static Optional<VersionedFile.Key> file(String field, List<CaseDocument> files, DocumentId id,
			@Nullable String name) {
		var named = files.stream()
			.map(CaseDocument::key)
			.filter((key) -> key.id().equals(id) && (name == null || key.name().equals(name)))
			.toList();
		if (named.size() > 1) {
			throw new InvalidField(field, "The case has this file under several names: say which is meant.");
		}
		return named.stream().findFirst();
	}

	private Person person() {
		return this.caller.find()
			.orElseThrow(() -> new AccessDeniedException("Only a person of the directory puts versions right"));
	}

	/**
	 * Which file another is a version of.
	 *
	 * @param versionOf the SHA-256 of the file it is a version of; null when it stands
	 * alone
	 * @param name of the file in the path, where the case has it under several
	 * @param versionOfName the same for that file
	 */
	record NewLink(@Nullable @Size(max = 64) String versionOf, @Nullable @Size(max = 200) String name,
			@Nullable @Size(max = 200) String versionOfName) {
	}

}
