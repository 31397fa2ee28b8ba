package io.countersign.documents.extraction;

import java.time.Duration;

import jakarta.validation.constraints.Min;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much is read of one file (AT-2).
 *
 * @param time for one file
 * @param heap of the reading process
 * @param characters of text
 * @param files within all levels of one file
 * @param unpacked bytes within all levels of one file
 * @param depth of files within files
 * @param xmlDepth of elements within elements
 * @param ratio of what comes out to what went in
 * @param megapixels of a picture
 */
public record ReadingLimits(@DefaultValue("30s") @DurationMin(seconds = 1) @DurationMax(minutes = 10) Duration time,
		@DefaultValue("512MB") DataSize heap, @DefaultValue("10000000") @Min(1) int characters,
		@DefaultValue("1000") @Min(1) int files, @DefaultValue("200MB") DataSize unpacked,
		@DefaultValue("10") @Min(1) int depth, @DefaultValue("100") @Min(1) int xmlDepth,
		@DefaultValue("100") @Min(1) int ratio, @DefaultValue("100") @Min(1) int megapixels) {

	public static final ReadingLimits DEFAULT = new ReadingLimits(Duration.ofSeconds(30), DataSize.ofMegabytes(512),
			10_000_000, 1_000, DataSize.ofMegabytes(200), 10, 100, 100, 100);

	/** As arguments of the reading process. */
	public String[] arguments() {
		return new String[] { this.time.toString(), Long.toString(this.heap.toBytes()),
				Integer.toString(this.characters), Integer.toString(this.files), Long.toString(this.unpacked.toBytes()),
				Integer.toString(this.depth), Integer.toString(this.xmlDepth), Integer.toString(this.ratio),
				Integer.toString(this.megapixels) };
	}

	static ReadingLimits of(String[] arguments) {
		return new ReadingLimits(Duration.parse(arguments[0]), DataSize.ofBytes(Long.parseLong(arguments[1])),
				Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]),
				DataSize.ofBytes(Long.parseLong(arguments[4])), Integer.parseInt(arguments[5]),
				Integer.parseInt(arguments[6]), Integer.parseInt(arguments[7]), Integer.parseInt(arguments[8]));
	}

}
