package io.countersign.identity;

import java.math.BigDecimal;
import java.security.Principal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;

import io.countersign.problem.InvalidField;
import io.countersign.problem.NotFound;
import io.countersign.problem.Page;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/mandates")
class MandateController {

	private final Mandates mandates;

	MandateController(Mandates mandates) {
		this.mandates = mandates;
	}

	@GetMapping
	Page<Mandate> list(@RequestParam @Nullable String cursor) {
		return Page.of((limit) -> this.mandates.after(Page.key(cursor), limit), Mandate::id);
	}

	@PutMapping("/{id}")
	Mandate put(@PathVariable String id, @RequestBody @Valid NewMandate mandate, Principal caller) {
		if (!mandate.from().isBefore(mandate.to())) {
			throw new InvalidField("to", "A mandate ends after it begins.");
		}
		if (mandate.principal().equals(mandate.delegate())) {
			throw new InvalidField("delegate", "A mandate is for somebody else than its principal.");
		}
		var categories = (mandate.categories() != null) ? mandate.categories() : List.<String>of();
		var stored = new Mandate(id, mandate.principal(), mandate.delegate(), mandate.from(), mandate.to(), categories,
				mandate.maxAmount(), currency(mandate.currency()));
		this.mandates.put(stored, caller.getName());
		return stored;
	}

	/** What was decided under it stands. */
	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void withdraw(@PathVariable String id, Principal caller) {
		if (!this.mandates.withdraw(id, caller.getName())) {
			throw new NotFound("mandate that runs or is to come", id);
		}
	}

	private static String currency(@Nullable String code) {
		try {
			return (code != null) ? Currency.getInstance(code).getCurrencyCode() : Mandate.DEFAULT_CURRENCY;
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidField("currency", "A currency is named by its code of ISO 4217, as in DKK.");
		}
	}

	record NewMandate(@NotNull EmailAddress principal, @NotNull EmailAddress delegate, @NotNull Instant from,
			@NotNull Instant to, @Nullable @Size(max = 50) List<@NotBlank @Size(max = 100) String> categories,
			@Nullable @Positive BigDecimal maxAmount, @Nullable @Size(max = 3) String currency) {
	}

}
