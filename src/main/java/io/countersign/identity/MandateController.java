package io.countersign.identity;

import java.math.BigDecimal;
import java.security.Principal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;

import com.github.therapi.runtimejavadoc.RetainJavadoc;
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

/** Who may answer for whom. */
@RestController
@RetainJavadoc
@RequestMapping("/api/v1/mandates")
class MandateController {

	private final Mandates mandates;

	MandateController(Mandates mandates) {
		this.mandates = mandates;
	}

	/** Lists the mandates by id, those that are over too. */
	@GetMapping
	Page<Mandate> list(@RequestParam @Nullable String cursor) {
		return Page.of((limit) -> this.mandates.after(Page.key(cursor), limit), Mandate::id);
	}

	/**
	 * Gives a mandate, or replaces the one of this id.
	 * @param id chosen by the caller; the same id names the same mandate
	 */
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

	/**
	 * Ends a mandate now. What was decided under it stands.
	 * @param id of a mandate that runs or is to come
	 * @throws NotFound when no mandate of this id runs or is to come
	 */
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

	/**
	 * Leave to answer for somebody, to be given.
	 *
	 * @param principal the mail address of whoever is answered for
	 * @param delegate the mail address of whoever may answer; another than the principal
	 * @param from the first moment
	 * @param to the first moment after it; later than {@code from}
	 * @param categories the case types it covers; null or empty for all
	 * @param maxAmount the largest amount it covers; null for any
	 * @param currency of that amount, by ISO 4217; DKK where it is not said
	 */
	record NewMandate(@NotNull EmailAddress principal, @NotNull EmailAddress delegate, @NotNull Instant from,
			@NotNull Instant to, @Nullable @Size(max = 50) List<@NotBlank @Size(max = 100) String> categories,
			@Nullable @Positive BigDecimal maxAmount, @Nullable @Size(max = 3) String currency) {
	}

}
