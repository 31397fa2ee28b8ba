package io.countersign.verdicts;

import com.github.therapi.runtimejavadoc.RetainJavadoc;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Proves that verdicts rest on what was kept. */
@RestController
@RetainJavadoc
@RequestMapping("/api/v1/rejudgements")
class RejudgingController {

	private final Rejudging rejudging;

	RejudgingController(Rejudging rejudging) {
		this.rejudging = rejudging;
	}

	/**
	 * Judges every verdict once more from what was kept. It changes nothing, and takes
	 * longer the more verdicts there are.
	 */
	@PostMapping
	Rejudging.Report run() {
		return this.rejudging.all();
	}

}
