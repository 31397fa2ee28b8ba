package io.countersign.writeback;

import java.security.Principal;
import java.util.Locale;

import com.github.therapi.runtimejavadoc.RetainJavadoc;
import io.countersign.problem.Conflict;
import io.countersign.problem.NotFound;
import org.jspecify.annotations.Nullable;

import io.countersign.cases.CaseId;
import io.countersign.problem.InvalidField;
import io.countersign.problem.Page;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The answers that the product sends into threads. */
@RestController
@RetainJavadoc
class WritebackController {

	private final Writebacks writebacks;

	WritebackController(Writebacks writebacks) {
		this.writebacks = writebacks;
	}

	/**
	 * Lists the answers that are owed and not sent, oldest first, with what holds them
	 * up.
	 */
	@GetMapping("/api/v1/writebacks")
	Page<Unsent> unsent(@RequestParam @Nullable String cursor) {
		return this.writebacks.unsent(cursor).map(Unsent::of);
	}

	/**
	 * Says what a person found who looked into the thread of an answer that is stuck.
	 * @param id of an answer that is stuck
	 * @throws NotFound when there is no such answer
	 * @throws Conflict when it is not stuck
	 */
	@PutMapping("/api/v1/writebacks/{id}")
	Unsent release(@PathVariable String id, @RequestBody @Valid Finding finding, Principal caller) {
		var sent = switch (finding.state()) {
			case "sent" -> true;
			case "due" -> false;
			default -> throw new InvalidField("state", "It is one of due, sent.");
		};
		return Unsent.of(this.writebacks.release(id, sent, caller.getName()));
	}

	/**
	 * What the person found.
	 *
	 * @param state {@code sent} when the answer is there, {@code due} when it is to be
	 * sent once more
	 */
	record Finding(@NotNull String state) {
	}

	/**
	 * An answer that is owed.
	 *
	 * @param id for calls of this API
	 * @param caseId null where it belongs to none, as a digest
	 * @param kind what it tells, as receipt, task or question
	 * @param state {@code due} when it goes by itself, {@code stuck} when a person has to
	 * look, {@code sent} when it is done
	 * @param reason what holds it up; null for nothing
	 */
	record Unsent(String id, @Nullable String caseId, String kind, String state, @Nullable String reason) {

		static Unsent of(Writeback writeback) {
			return new Unsent(writeback.id(), writeback.caseId().map(CaseId::value).orElse(null),
					writeback.kind().name().toLowerCase(Locale.ROOT), writeback.state().name().toLowerCase(Locale.ROOT),
					writeback.problem().orElse(null));
		}

	}

}
