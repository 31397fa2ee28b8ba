package io.countersign.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.countersign.identity.EmailAddress;
import io.countersign.identity.Mandate;
import io.countersign.identity.Person;
import io.countersign.overview.DueScale;
import io.countersign.triage.CaseTypes;

import org.springframework.stereotype.Component;

/**
 * Reads what somebody typed about a mandate, and says beside each field what is wrong.
 */
@Component
class MandateForms {

	private final TypedPeople people;

	private final DueScale scale;

	private final Clock clock;

	MandateForms(TypedPeople people, DueScale scale, Clock clock) {
		this.people = people;
		this.scale = scale;
		this.clock = clock;
	}

	sealed interface Typed {

		record Whole(Mandate mandate) implements Typed {
		}

		/**
		 * @param faults by field, each named by what is wrong
		 */
		record Wrong(Map<String, String> faults) implements Typed {
		}

	}

	/** Nobody gives himself a mandate, and none begins before it is given. */
	Typed read(MandateForm form, Person me) {
		var faults = new LinkedHashMap<String, String>();
		var principal = somebody("principal", form.principal(), faults);
		var delegate = somebody("delegate", form.delegate(), faults);
		delegate.filter((one) -> isSame(one, me)).ifPresent((_) -> faults.put("delegate", "self"));
		delegate.filter((one) -> principal.filter((other) -> isSame(one, other)).isPresent())
			.ifPresent((_) -> faults.put("delegate", "same"));
		var from = day("from", form.from(), today(), faults);
		var until = day("until", form.until(), from.orElse(today()), faults);
		var categories = categories(form, faults);
		var amount = TypedAmount.read(form.amount());
		if (amount.isEmpty() && !form.amount().isEmpty()) {
			faults.put("amount", "wrong");
		}
		var currency = currency(form.currency());
		if (currency.isEmpty()) {
			faults.put("currency", "unknown");
		}
		return faults.isEmpty()
				? new Typed.Whole(new Mandate(name(principal.orElseThrow(), delegate.orElseThrow(), form.key()),
						principal.get().address(), delegate.get().address(), start(from.orElseThrow()),
						start(until.orElseThrow().plusDays(1)), categories, amount.orElse(null),
						currency.orElseThrow()))
				: new Typed.Wrong(faults);
	}

	/** When a mandate that has begun would be over, by its last day. */
	Optional<Instant> end(Mandate mandate, String until) {
		var begins = mandate.from().atZone(this.scale.zone()).toLocalDate();
		var earliest = begins.isAfter(today()) ? begins : today();
		return day("until", until.strip(), earliest, new LinkedHashMap<>()).map((day) -> start(day.plusDays(1)));
	}

	LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), this.scale.zone());
	}

	private Optional<Person> somebody(String field, String typed, Map<String, String> faults) {
		var found = this.people.called(typed);
		if (found.size() != 1) {
			faults.put(field, found.isEmpty() ? "unknown" : "several");
			return Optional.empty();
		}
		return Optional.of(found.getFirst());
	}

	private static boolean isSame(Person one, Person other) {
		return one.address().equals(other.address());
	}

	private static Optional<LocalDate> day(String field, String typed, LocalDate earliest, Map<String, String> faults) {
		try {
			var day = LocalDate.parse(typed);
			if (!day.isBefore(earliest) && day.getYear() < 10_000) {
				return Optional.of(day);
			}
			faults.put(field, "early");
		}
		catch (DateTimeParseException ex) {
			faults.put(field, "none");
		}
		return Optional.empty();
	}

	private static List<String> categories(MandateForm form, Map<String, String> faults) {
		if (form.categories().contains(MandateForm.EVERY)) {
			return List.of();
		}
		var chosen = CaseTypes.decided().stream().filter(form.categories()::contains).toList();
		if (chosen.isEmpty()) {
			faults.put("categories", "none");
		}
		return chosen;
	}

	private static Optional<String> currency(String typed) {
		var code = typed.toUpperCase(Locale.ROOT);
		return Currency.getAvailableCurrencies().stream().map(Currency::getCurrencyCode).filter(code::equals).findAny();
	}

	private Instant start(LocalDate day) {
		return day.atStartOfDay(this.scale.zone()).toInstant();
	}

	/** Readable where a verdict cites it, and the same for the same form. */
	private static String name(Person principal, Person delegate, String key) {
		return Stream.of(delegate, principal)
			.map((one) -> one.address().value().replaceAll("@.*", "").replaceAll("[^a-z0-9.-]", "-"))
			.reduce((one, other) -> one + "-for-" + other)
			.orElseThrow() + "-" + hash(key);
	}

	private static String hash(String key) {
		try {
			var digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest, 0, 4);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
