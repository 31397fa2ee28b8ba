package io.countersign.web;

import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * Browsers say here that they have refused a page something. Anybody may call, so it is
 * counted and not read.
 */
@Controller
class PolicyReportController {

	private final MeterRegistry meters;

	PolicyReportController(MeterRegistry meters) {
		this.meters = meters;
	}

	@PostMapping("/policy-reports")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void count() {
		this.meters.counter("countersign.pages.refused").increment();
	}

}
