package io.countersign.problem;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;

import com.github.therapi.runtimejavadoc.RetainJavadoc;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param items at most 100
 * @param next the cursor to ask for the following page with; null on the last
 */
@RetainJavadoc
public record Page<T>(List<T> items, @Nullable String next) {

	private static final int SIZE = 100;

	/**
	 * @param query gives so many items behind the key
	 * @param key what the list is ordered by
	 */
	public static <T> Page<T> of(IntFunction<List<T>> query, Function<T, String> key) {
		var found = query.apply(SIZE + 1);
		if (found.size() <= SIZE) {
			return new Page<>(found, null);
		}
		var items = found.subList(0, SIZE);
		return new Page<>(List.copyOf(items), cursor(key.apply(items.getLast())));
	}

	public static String cursor(String key) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * The key behind which a page begins; empty for the first.
	 * @throws InvalidField when the text is not a cursor
	 */
	public static String key(@Nullable String cursor) {
		if (cursor == null) {
			return "";
		}
		try {
			var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
			var key = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
			if (cursor(key).equals(cursor) && key.indexOf('\0') < 0) {
				return key;
			}
		}
		catch (IllegalArgumentException | CharacterCodingException ex) {
			throw invalid();
		}
		throw invalid();
	}

	private static InvalidField invalid() {
		return new InvalidField("cursor", "A cursor is the value of next, unchanged.");
	}

	/** The same page with each item shown in another form. */
	public <R> Page<R> map(Function<T, R> view) {
		return new Page<>(this.items.stream().map(view).toList(), this.next);
	}

}
