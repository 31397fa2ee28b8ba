package io.countersign.writeback;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class WritebackController {

	private static final int MOST = 500;

	private final Writebacks writebacks;

	WritebackController(Writebacks writebacks) {
		this.writebacks = writebacks;
	}

	/** The answers that are owed and not sent, oldest first, with what holds them up. */
	@GetMapping("/api/v1/writebacks")
	UnsentList unsent() {
		return new UnsentList(this.writebacks.unsent(MOST).stream().map(Unsent::of).toList(), null);
	}

	record UnsentList(List<Unsent> items, @Nullable String next) {
	}

	/**
	 * @param state {@code due} when it goes by itself, {@code stuck} when a person has to
	 * look
	 */
	record Unsent(String id, String caseId, String kind, String state, @Nullable String reason) {

		static Unsent of(Writeback writeback) {
			return new Unsent(writeback.id(), writeback.caseId().value(),
					writeback.kind().name().toLowerCase(Locale.ROOT), writeback.state().name().toLowerCase(Locale.ROOT),
					writeback.problem().orElse(null));
		}

	}

}
