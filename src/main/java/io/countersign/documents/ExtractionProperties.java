package io.countersign.documents;

import java.time.Duration;
import java.util.List;

import io.countersign.documents.extraction.ReadingLimits;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How files are read.
 *
 * @param enabled whether this process reads files; where none does, they wait
 * @param readers reading processes, each of which exists only while there is something to
 * read
 * @param every how often to look for files when nothing wakes us
 * @param confinement the command that starts the reading process in its box, with its
 * arguments; empty to find out by trying
 */
@Validated
@ConfigurationProperties("countersign.extraction")
record ExtractionProperties(@DefaultValue("true") boolean enabled, @DefaultValue("1") @Min(1) @Max(16) int readers,
		@DefaultValue("5s") @DurationMin(millis = 10) @DurationMax(minutes = 10) Duration every,
		@DefaultValue List<String> confinement, @Valid @DefaultValue ReadingLimits limits) {
}
