package io.countersign.protection;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.countersign.identity.EmailAddress;
import io.countersign.problem.InvalidField;
import io.countersign.problem.Page;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AccessController {

	private final AccessLog log;

	AccessController(AccessLog log) {
		this.log = log;
	}

	/**
	 * Who has read what of cases, mails and files, and why, the newest first; also who
	 * was turned away, which the status says. For auditors and the data protection
	 * officer.
	 * @param caseId only of this case
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

	record AccessView(Instant at, String person, Access.Purpose purpose, Access.Kind kind,
			@JsonProperty("case") @Nullable String caseId, @Nullable String subject, String door,
			@Nullable Integer status) {

		static AccessView of(Access one) {
			return new AccessView(one.at(), one.person(), one.purpose(), one.kind(), one.caseId().orElse(null),
					one.subject().orElse(null), one.door(), one.status().orElse(null));
		}

	}

}
