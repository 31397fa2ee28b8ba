package io.countersign.identity;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ProviderReachController {

	static final String PATH = "/sign-in/reach";

	private final ProviderReach reach;

	ProviderReachController(ProviderReach reach) {
		this.reach = reach;
	}

	/** 204 where a sign-in would find the identity provider, else 503. */
	@GetMapping(PATH)
	ResponseEntity<Void> reach() {
		return ResponseEntity.status(this.reach.isGiven() ? HttpStatus.NO_CONTENT : HttpStatus.SERVICE_UNAVAILABLE)
			.build();
	}

}
