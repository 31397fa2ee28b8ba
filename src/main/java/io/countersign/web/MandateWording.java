package io.countersign.web;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import io.countersign.identity.Mandate;
import io.countersign.overview.DueScale;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** A mandate in the reader's words; templates call it as {@code @mandateWording}. */
@Component("mandateWording")
class MandateWording {

	private static final String KRONER = "DKK";

	private final MessageSource messages;

	private final DueScale scale;

	MandateWording(MessageSource messages, DueScale scale) {
		this.messages = messages;
		this.scale = scale;
	}

	/** The whole days it runs, or the moment where a day is not whole. */
	public String period(Mandate mandate) {
		return text("mandates.period", begin(local(mandate.from())), end(local(mandate.to())));
	}

	public String money(BigDecimal amount, String currency) {
		var number = NumberFormat.getNumberInstance(locale()).format(amount);
		return text(currency.equals(KRONER) ? "money.kroner" : "money.other", number, currency);
	}

	public String day(LocalDate day) {
		return pattern("date.full").format(day);
	}

	/** The last day, as a form takes it. */
	public String lastDay(Instant to) {
		return local(to).minusNanos(1).toLocalDate().toString();
	}

	private String begin(ZonedDateTime from) {
		return isMidnight(from) ? day(from.toLocalDate()) : exactly(from);
	}

	private String end(ZonedDateTime to) {
		return isMidnight(to) ? day(to.toLocalDate().minusDays(1)) : exactly(to);
	}

	private String exactly(ZonedDateTime moment) {
		return pattern("date.minute").format(moment);
	}

	private static boolean isMidnight(ZonedDateTime moment) {
		return moment.toLocalTime().equals(LocalTime.MIDNIGHT);
	}

	private ZonedDateTime local(Instant at) {
		return at.atZone(this.scale.zone());
	}

	private DateTimeFormatter pattern(String key) {
		return DateTimeFormatter.ofPattern(text(key), locale());
	}

	private String text(String key, Object... values) {
		return this.messages.getMessage(key, values, locale());
	}

	private static Locale locale() {
		return LocaleContextHolder.getLocale();
	}

}
