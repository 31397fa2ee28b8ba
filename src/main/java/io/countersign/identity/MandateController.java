package io.countersign.identity;

import java.time.Instant;

import io.countersign.problem.InvalidField;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/mandates")
class MandateController {

	private final Mandates mandates;

	MandateController(Mandates mandates) {
		this.mandates = mandates;
	}

	@PutMapping("/{id}")
	Mandate put(@PathVariable String id, @RequestBody @Valid NewMandate mandate) {
		if (!mandate.from().isBefore(mandate.to())) {
			throw new InvalidField("to", "A mandate ends after it begins.");
		}
		var stored = new Mandate(id, mandate.principal(), mandate.delegate(), mandate.from(), mandate.to());
		this.mandates.put(stored);
		return stored;
	}

	record NewMandate(@NotNull EmailAddress principal, @NotNull EmailAddress delegate, @NotNull Instant from,
			@NotNull Instant to) {
	}

}
