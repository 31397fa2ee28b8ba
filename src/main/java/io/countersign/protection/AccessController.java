package io.countersign.protection;

import java.time.Instant;

import com.github.therapi.runtimejavadoc.RetainJavadoc;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.countersign.identity.EmailAddress;
import io.countersign.problem.InvalidField;
import io.countersign.problem.Page;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who has read what. */
@RestController
@RetainJavadoc
class AccessController {

	private final AccessLog log;

	AccessController(AccessLog log) {
		this.log = log;
	}

	/**
	 * Lists who has read what of cases, mails and files, and why, the newest first. Who
	 * was turned away is there too, which {@code status} says.
	 * @param caseId only of this case, by its id
	 * @param person only by this address, or by the program with this id
	 */
	@GetMapping("/api/v1/accesses")
	Page<AccessView> list(@RequestParam(name = "case") @Nullable String caseId, @RequestParam @Nullable String person,
			@RequestParam @Nullable String cursor) {
		var reader = (person == null) ? null
				: EmailAddress.parse(person).map(EmailAddress::value).orElse(person.replace('\0', ' '));
		var before = position(Page.key(cursor));
		return Page
			.of((limit) -> this.log.before(before, caseId, reader, limit), (access) -> Long.toString(access.position()))
			.map(AccessView::of);
	}

	private static long position(String key) {
		try {
			return key.isEmpty() ? Long.MAX_VALUE : Long.parseLong(key);
		}
		catch (NumberFormatException ex) {
			throw new InvalidField("cursor", "A cursor is the value of next, unchanged.");
		}
	}

	/**
	 * Somebody has asked to read something.
	 *
	 * @param at when
	 * @param person a mail address; of a program the id it has with the identity provider
	 * @param purpose why he may: he has a part in the case, is of the secretariat,
	 * audits, is a program, or none of these
	 * @param kind what was read: a list, a case, a message, a file, a search or an export
	 * @param subject the message or the SHA-256 of the file; null for neither
	 * @param door method and path, without the values in it
	 * @param status of the answer, by HTTP; null where it broke off
	 */
	record AccessView(Instant at, String person, Access.Purpose purpose, Access.Kind kind, @Schema(
			description = "the id of the case; null where it is in none, or in more than one") @JsonProperty("case") @Nullable String caseId,
			@Nullable String subject, String door, @Nullable Integer status) {

		static AccessView of(Access one) {
			return new AccessView(one.at(), one.person(), one.purpose(), one.kind(), one.caseId().orElse(null),
					one.subject().orElse(null), one.door(), one.status().orElse(null));
		}

	}

}
