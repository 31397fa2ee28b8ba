package io.countersign.documents;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What is remembered of a text to tell what it has in common with others: the smallest of
 * the hashes of all its runs of three words, those of its headings, and what it is called
 * by its own words. Two texts are compared without being read again.
 *
 * @param runs how many different runs of words it has
 * @param sketch the smallest of their hashes, in order
 * @param headings hashes of lines that look like headings, in order
 * @param labels what it says of itself behind a label, such as the number of an invoice
 */
public record TextPrint(int runs, long[] sketch, int[] headings, List<Label> labels) {

	static final int SKETCH = 256;

	static final int HEADINGS = 64;

	static final int LABELS = 16;

	/** Shorter texts say too little to be compared. */
	private static final int FEWEST_RUNS = 20;

	private static final int FEWEST_HEADINGS = 4;

	private static final byte FORM = 1;

	public TextPrint {
		labels = List.copyOf(labels);
	}

	/** Hashes of what stands before and behind the label. */
	public record Label(int name, int value) {
	}

	/** How much two texts share. */
	record Overlap(double ofBoth, double ofShorter) {

		/** In words, never more than is known. */
		int percent() {
			return (int) Math.floor(100 * this.ofBoth);
		}

	}

	public static TextPrint of(String text) {
		return TextPrints.of(text);
	}

	boolean saysEnough() {
		return this.runs >= FEWEST_RUNS;
	}

	/** Estimated from the sketches; exact where both texts are short. */
	Overlap overlap(TextPrint other) {
		var one = 0;
		var two = 0;
		var all = 0;
		var shared = 0;
		while (all < SKETCH && one < this.sketch.length && two < other.sketch.length) {
			var order = Long.compare(this.sketch[one], other.sketch[two]);
			one += (order <= 0) ? 1 : 0;
			two += (order >= 0) ? 1 : 0;
			shared += (order == 0) ? 1 : 0;
			all++;
		}
		all = Math.min(SKETCH, all + this.sketch.length - one + other.sketch.length - two);
		return (all == 0) ? new Overlap(0, 0) : overlap(other, shared / (double) all);
	}

	private Overlap overlap(TextPrint other, double ofBoth) {
		var inBoth = ofBoth * (this.runs + other.runs) / (1 + ofBoth);
		return new Overlap(ofBoth, Math.min(1, inBoth / Math.min(this.runs, other.runs)));
	}

	/** Whether they are built in the same way, as far as both show it. */
	boolean isBuiltLike(TextPrint other) {
		var shared = Arrays.stream(this.headings)
			.filter((heading) -> Arrays.binarySearch(other.headings, heading) >= 0)
			.count();
		var all = this.headings.length + other.headings.length - shared;
		return Math.min(this.headings.length, other.headings.length) >= FEWEST_HEADINGS && 10 * shared >= 6 * all;
	}

	/** Whether they call themselves by different numbers or names. */
	boolean contradicts(TextPrint other) {
		return this.labels.stream()
			.map(Label::name)
			.anyMatch((name) -> other.labels.stream().anyMatch((one) -> one.name() == name)
					&& this.labels.stream().filter((one) -> one.name() == name).noneMatch(other.labels::contains));
	}

	byte[] bytes() {
		var bytes = ByteBuffer.allocate(
				1 + 4 * Integer.BYTES + 8 * this.sketch.length + 4 * this.headings.length + 8 * this.labels.size());
		bytes.put(FORM).putInt(this.runs).putInt(this.sketch.length);
		Arrays.stream(this.sketch).forEach(bytes::putLong);
		bytes.putInt(this.headings.length);
		Arrays.stream(this.headings).forEach(bytes::putInt);
		bytes.putInt(this.labels.size());
		this.labels.forEach((label) -> bytes.putInt(label.name()).putInt(label.value()));
		return bytes.array();
	}

	/** Nothing for what an older or newer software has written. */
	static Optional<TextPrint> read(byte[] written) {
		var bytes = ByteBuffer.wrap(written);
		if (!bytes.hasRemaining() || bytes.get() != FORM) {
			return Optional.empty();
		}
		var runs = bytes.getInt();
		var sketch = new long[bytes.getInt()];
		Arrays.setAll(sketch, (_) -> bytes.getLong());
		var headings = new int[bytes.getInt()];
		Arrays.setAll(headings, (_) -> bytes.getInt());
		var labels = new Label[bytes.getInt()];
		Arrays.setAll(labels, (_) -> new Label(bytes.getInt(), bytes.getInt()));
		return Optional.of(new TextPrint(runs, sketch, headings, List.of(labels)));
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof TextPrint print && Arrays.equals(bytes(), print.bytes());
	}

	@Override
	public int hashCode() {
		return Arrays.hashCode(bytes());
	}

	@Override
	public String toString() {
		return "TextPrint[%d runs, %d headings, %d labels]".formatted(this.runs, this.headings.length,
				this.labels.size());
	}

}
