package io.countersign.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Finds the sums of money in a text, and the numbers that may be one. Whatever cannot be
 * read in one way is said to be there all the same, without a value.
 */
public final class Amounts {

	private static final int BEHIND = 4;

	private static final int BEFORE = 2;

	private static final int LONGEST_QUOTE = 60;

	private final String text;

	private final List<MoneyToken> tokens;

	private final List<Amount> found = new ArrayList<>();

	private Amounts(String text) {
		this.text = text;
		this.tokens = MoneyToken.of(text);
	}

	/** In the order of the text. */
	public static List<Amount> in(String text) {
		return new Amounts(MoneyToken.seen(text)).read();
	}

	private List<Amount> read() {
		var at = 0;
		while (at < this.tokens.size()) {
			at = this.tokens.get(at).is(MoneyToken.Kind.NUMBER) ? number(at) : word(at);
		}
		return List.copyOf(this.found);
	}

	private int word(int at) {
		var word = this.tokens.get(at);
		if (word.is(MoneyToken.Kind.WORD) && MoneyWords.isSpelt(word.text())
				&& !is(at + 1, (next) -> MoneyWords.isCourtesy(next.text()))) {
			this.found.add(new Amount(Optional.empty(), Optional.empty(), true, quote(at, at)));
		}
		return at + 1;
	}

	private int number(int at) {
		var before = currencyBefore(at);
		var last = at;
		var noughts = 0;
		for (var scale = scale(at + 1, before.isPresent()); scale.isPresent(); scale = scale(last + 1, false)) {
			noughts += scale.get();
			last = withPoint(last + 1);
		}
		if (is(last + 1, MoneyWords::isShare)) {
			return last + 2;
		}
		var behind = currencyBehind(last);
		var first = before.orElse(at);
		var end = Math.max(last, behind.orElse(last));
		var currency = behind.or(() -> before).map(this.tokens::get).flatMap(MoneyWords::currency);
		var money = last > at || currency.isPresent();
		var clear = !money || (!isOpen(first, end) && !isPartOfMore(at, last) && !areTwo(before, behind));
		var value = clear ? value(at, noughts) : Optional.<BigDecimal>empty();
		if (money || value.isPresent() || NumberShape.mayBeLarge(this.tokens.get(at).text())) {
			this.found.add(new Amount(value, currency, money, quote(first, end)));
		}
		return end + 1;
	}

	private Optional<BigDecimal> value(int at, int noughts) {
		return NumberShape.value(this.tokens.get(at).text()).map((value) -> value.scaleByPowerOfTen(noughts));
	}

	private boolean areTwo(Optional<Integer> before, Optional<Integer> behind) {
		return before.isPresent() && behind.isPresent() && !MoneyWords.currency(this.tokens.get(before.get()))
			.equals(MoneyWords.currency(this.tokens.get(behind.get())));
	}

	/** A letter counts where it is written to the number or stands beside a currency. */
	private Optional<Integer> scale(int at, boolean besideCurrency) {
		var word = token(at).filter((one) -> one.is(MoneyToken.Kind.WORD) && isNext(at)).map(MoneyToken::text);
		if (word.isEmpty()) {
			return Optional.empty();
		}
		var counts = besideCurrency || isGlued(at) || MoneyWords.isCapital(word.get())
				|| currencyBehind(withPoint(at)).isPresent();
		return MoneyWords.scale(word.get())
			.or(() -> counts ? MoneyWords.letter(word.get()) : Optional.<Integer>empty());
	}

	/** The place of a short word, or of the point behind it. */
	private int withPoint(int at) {
		return isGlued(at + 1) && is(at + 1, (next) -> next.text().equals(".")) ? at + 1 : at;
	}

	private Optional<Integer> currencyBefore(int at) {
		var point = is(at - 1, (one) -> one.text().equals(".") || one.text().equals(":"));
		var place = point ? at - 2 : at - 1;
		return (isNext(at) && (!point || isNext(at - 1)) && is(place, (one) -> MoneyWords.currency(one).isPresent()))
				? Optional.of(place) : Optional.empty();
	}

	/**
	 * The place of the currency behind a number; a short word may be one with its scale,
	 * and ",-" may stand between.
	 */
	private Optional<Integer> currencyBehind(int last) {
		var word = is(last, (one) -> one.text().equals(".")) ? last - 1 : last;
		if (is(word, (one) -> one.is(MoneyToken.Kind.WORD) && MoneyWords.currency(one).isPresent())) {
			return Optional.of(word);
		}
		var at = last + 1;
		while (at <= last + BEFORE && isNext(at) && is(at, (one) -> ".,-–—".contains(one.text()))) {
			at++;
		}
		return (isNext(at) && is(at, (one) -> MoneyWords.currency(one).isPresent())) ? Optional.of(at)
				: Optional.empty();
	}

	/** Whether what stands around it makes it several sums, or one without an end. */
	private boolean isOpen(int first, int last) {
		return IntStream.rangeClosed(last + 1, last + BEHIND).anyMatch((at) -> is(at, MoneyWords::opensBehind))
				|| IntStream.range(first - BEFORE, first).anyMatch((at) -> is(at, MoneyWords::opensBefore));
	}

	/** As in 1e6, 2^20 and 100-200. */
	private boolean isPartOfMore(int at, int last) {
		var word = isGlued(at) && is(at - 1, (one) -> one.is(MoneyToken.Kind.WORD))
				&& is(at - 1, (one) -> MoneyWords.currency(one).isEmpty());
		var sign = isGlued(at) && is(at - 1, (one) -> one.is(MoneyToken.Kind.SIGN)) && isGlued(at - 1)
				&& is(at - 2, (one) -> one.is(MoneyToken.Kind.NUMBER));
		var unit = isGlued(last + 1) && is(last + 1, (one) -> one.is(MoneyToken.Kind.WORD))
				&& is(last + 1, (one) -> MoneyWords.currency(one).isEmpty());
		var further = isGlued(last + 1) && isGlued(last + 2) && is(last + 2, (one) -> one.is(MoneyToken.Kind.NUMBER));
		return word || sign || unit || further;
	}

	private boolean isNext(int at) {
		return at > 0 && at < this.tokens.size() && this.tokens.get(at).isNextTo(this.tokens.get(at - 1));
	}

	private boolean isGlued(int at) {
		return at > 0 && at < this.tokens.size() && this.tokens.get(at).start() == this.tokens.get(at - 1).end();
	}

	private boolean is(int at, Predicate<MoneyToken> such) {
		return token(at).filter(such).isPresent();
	}

	private Optional<MoneyToken> token(int at) {
		return (at >= 0 && at < this.tokens.size()) ? Optional.of(this.tokens.get(at)) : Optional.empty();
	}

	private String quote(int first, int last) {
		var words = this.text.substring(this.tokens.get(first).start(), this.tokens.get(last).end());
		return words.substring(0, Math.min(words.length(), LONGEST_QUOTE)).replace('\n', ' ');
	}

}
