package io.countersign.documents;

import java.time.Duration;
import java.util.Optional;

import io.countersign.documents.scan.ScannerAddress;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The virus scanner, where there is one.
 *
 * @param address where it listens; without it nothing is scanned and nothing blocked
 * @param timeout for one file, from the connection to the answer
 * @param maxStream no larger file is sent to it; at most its StreamMaxLength
 * @param scanners files scanned at the same time
 * @param every how often to look for files when nothing wakes us
 */
@Validated
@ConfigurationProperties("countersign.scan")
record ScanProperties(@Nullable String address, @DefaultValue("2m") Duration timeout,
		@DefaultValue("100MB") DataSize maxStream, @DefaultValue("2") @Min(1) @Max(32) int scanners,
		@DefaultValue("5s") @DurationMin(millis = 10) @DurationMax(minutes = 10) Duration every) {

	private static final Duration LONGEST = Duration.ofMinutes(30);

	/** Nothing where no scanner is set. */
	Optional<ScannerAddress> scanner() {
		return Optional.ofNullable(this.address).flatMap(ScannerAddress::parse);
	}

	/**
	 * A scanner that cannot be used is no reason to go without: the product does not
	 * start.
	 */
	@AssertTrue(message = "address must be " + ScannerAddress.FORMS)
	boolean isAddressUsable() {
		return this.address == null || scanner().isPresent();
	}

	@AssertTrue(message = "timeout must be a time span of 1s to 30m")
	boolean isTimeoutBearable() {
		return this.timeout.compareTo(Duration.ofSeconds(1)) >= 0 && this.timeout.compareTo(LONGEST) <= 0;
	}

	@AssertTrue(message = "max-stream must be a size of 1KB to 2GB")
	boolean isMaxStreamBearable() {
		return this.maxStream.toKilobytes() >= 1 && this.maxStream.compareTo(DataSize.ofGigabytes(2)) <= 0;
	}

}
