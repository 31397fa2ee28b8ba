package io.countersign.verdicts;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/rejudgements")
class RejudgingController {

	private final Rejudging rejudging;

	RejudgingController(Rejudging rejudging) {
		this.rejudging = rejudging;
	}

	/** Judges every verdict once more from what was kept. */
	@PostMapping
	Rejudging.Report run() {
		return this.rejudging.all();
	}

}
