package io.countersign.writeback;

import java.security.Principal;
import java.util.Locale;

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

@RestController
class WritebackController {

	private final Writebacks writebacks;

	WritebackController(Writebacks writebacks) {
		this.writebacks = writebacks;
	}

	/** The answers that are owed and not sent, oldest first, with what holds them up. */
	@GetMapping("/api/v1/writebacks")
	Page<Unsent> unsent(@RequestParam @Nullable String cursor) {
		return this.writebacks.unsent(cursor).map(Unsent::of);
	}

	/**
	 * What a person has found who looked into the thread of an answer that is stuck:
	 * {@code sent} when it is there, {@code due} when it is to be sent once more.
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

	record Finding(@NotNull String state) {
	}

	/**
	 * @param state {@code due} when it goes by itself, {@code stuck} when a person has to
	 * look, {@code sent} when it is done
	 */
	record Unsent(String id, @Nullable String caseId, String kind, String state, @Nullable String reason) {

		static Unsent of(Writeback writeback) {
			return new Unsent(writeback.id(), writeback.caseId().map(CaseId::value).orElse(null),
					writeback.kind().name().toLowerCase(Locale.ROOT), writeback.state().name().toLowerCase(Locale.ROOT),
					writeback.problem().orElse(null));
		}

	}

}
