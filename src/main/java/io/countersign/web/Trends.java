package io.countersign.web;

import java.time.Duration;
import java.util.Optional;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * How a figure has changed since the period before; templates call it as {@code @trends}.
 */
@Component("trends")
class Trends {

	private static final Duration HARDLY = Duration.ofMinutes(72);

	private final MessageSource messages;

	private final Wording wording;

	Trends(MessageSource messages, Wording wording) {
		this.messages = messages;
		this.wording = wording;
	}

	/**
	 * One figure beside the one before.
	 *
	 * @param tone the colour of what is better, worse or neither
	 */
	record Trend(String icon, String words, String tone) {
	}

	public Optional<Trend> time(Optional<Duration> now, Optional<Duration> before) {
		return now.flatMap((one) -> before.map(one::minus)).map((change) -> {
			if (change.abs().compareTo(HARDLY) < 0) {
				return same();
			}
			return change.isNegative() ? new Trend("i-down", text("shorter", this.wording.days(change.abs())), "v-yes")
					: new Trend("i-up", text("longer", this.wording.days(change)), "v-back");
		});
	}

	/**
	 * @param goodWhenMore whether more is better
	 */
	public Optional<Trend> points(Optional<Integer> now, Optional<Integer> before, boolean goodWhenMore) {
		return now.flatMap((one) -> before.map((other) -> one - other))
			.map((change) -> (change == 0) ? same() : new Trend(icon(change), text("points", Math.abs(change)),
					(change > 0 == goodWhenMore) ? "v-yes" : "v-back"));
	}

	public Optional<Trend> count(int now, int before) {
		return Optional.of((now == before) ? same() : new Trend(icon(now - before),
				text((now > before) ? "more" : "fewer", Math.abs(now - before)), "muted"));
	}

	private static String icon(int change) {
		return (change > 0) ? "i-up" : "i-down";
	}

	private Trend same() {
		return new Trend("i-right", text("same"), "muted");
	}

	private String text(String key, Object... values) {
		return this.messages.getMessage("trend." + key, values, LocaleContextHolder.getLocale());
	}

}
