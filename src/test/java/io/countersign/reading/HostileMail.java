package io.countersign.reading;

import java.util.List;
import java.util.Random;

/** Mails written to make a reader slow: the same ones for the same seed. */
final class HostileMail {

	static final int LARGEST = 10_000_000;

	private static final List<String> BAIT = List.of("a", "ikke ", "> ", ">", "-", "_", "\n", " \n", "Fra: ", "On ",
			"wrote:", "(", "[", "<", "&lt;", "&#x26", "..", ", ", "!?", "godkendt, ", "hvis ", "1. ", "\u0301",
			"\ud83d\udc4d", "\u00a0", "\t", "kl. ", "d. ", "@", "http://", "\"", "ja nej ", "\u200b");

	private static final List<String> TAGS = List.of("div", "blockquote", "table", "span", "p", "b", "ul", "font");

	private final Random random;

	HostileMail(long seed) {
		this.random = new Random(seed);
	}

	/** One mail in a hundred is as large as any that is let in. */
	Mail next() {
		var size = (this.random.nextInt(100) == 0) ? LARGEST : 1000 << this.random.nextInt(8);
		return switch (this.random.nextInt(5)) {
			case 0 -> Mail.ofText("x", repeated(bait(), size));
			case 1 -> Mail.ofText(repeated(bait(), 1000), repeated(bait() + bait(), size));
			case 2 -> Mail.ofText("x", mixed(size));
			case 3 -> Mail.ofHtml("x", nested(Math.min(size, 400_000)));
			default -> Mail.ofHtml("x", unbalanced(Math.min(size, 400_000))).answering(mixed(4000));
		};
	}

	private String bait() {
		return BAIT.get(this.random.nextInt(BAIT.size()));
	}

	private String tag() {
		return TAGS.get(this.random.nextInt(TAGS.size()));
	}

	private static String repeated(String part, int size) {
		return part.repeat(size / part.length());
	}

	private String mixed(int size) {
		var text = new StringBuilder(size + 16);
		while (text.length() < Math.min(size, 1_000_000)) {
			text.append(bait());
		}
		return text.toString();
	}

	private String nested(int size) {
		var tag = tag();
		return repeated("<" + tag + ">", size) + "Godkendt" + repeated("</" + tag + ">", size);
	}

	private String unbalanced(int size) {
		var html = new StringBuilder(size + 64);
		while (html.length() < size) {
			html.append('<').append(this.random.nextBoolean() ? "/" : "").append(tag()).append('>').append(bait());
		}
		return html.toString();
	}

}
