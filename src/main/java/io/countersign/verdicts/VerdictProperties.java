package io.countersign.verdicts;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How replies are judged.
 *
 * @param sentItemsGrace how much later than a mail its copy may turn up in its author's
 * Sent Items before its absence holds the verdict
 * @param sentItemsPatience how long a verdict waits for Sent Items to be read at all
 * before it is held
 * @param asksStand how long a request can be answered by mail
 * @param clockDifference how far the date of a mail may be from the time at which it
 * came, 72 hours at most (VA-16, VA-23)
 * @param leastProof for a case type the level of proof below which a verdict is held, A3
 * or A4; A4 asks for a confirmation on the page in every case
 * @param costly the same for requests above an amount
 * @param unknownRevocation what a signature comes to where no list says whether its
 * certificate was revoked
 * @param loneWitness what a mail comes to that nobody shows but whoever wants the
 * decision; nothing in a policy that was kept before that was asked
 * @param trust whose word about a mail is believed
 */
@Validated
@ConfigurationProperties("countersign.verdicts")
record VerdictProperties(@DefaultValue("2m") @DurationMin Duration sentItemsGrace,
		@DefaultValue("24h") @DurationMin Duration sentItemsPatience,
		@DefaultValue("90d") @DurationMin(days = 1) Duration asksStand,
		@DefaultValue("72h") @DurationMin @DurationMax(hours = 72) Duration clockDifference,
		@DefaultValue Map<String, ProofLevel> leastProof, @DefaultValue List<@Valid Costly> costly,
		@DefaultValue("HOLD") @NotNull UnknownRevocation unknownRevocation,
		@DefaultValue("COUNTS") @Nullable LoneWitness loneWitness, @Valid @DefaultValue Trust trust) {

	/** A policy that was kept before requests expired. */
	private static final Duration FOR_EVER = Duration.ofDays(36_500);

	VerdictProperties {
		asksStand = Objects.requireNonNullElse(asksStand, FOR_EVER);
		// In an order of its own, for the policy's version is taken from how it is
		// written.
		leastProof = Collections.unmodifiableSortedMap(new TreeMap<>(leastProof));
		// A policy that was kept before there were any.
		costly = List.copyOf(Objects.requireNonNullElse(costly, List.of()));
		unknownRevocation = Objects.requireNonNullElse(unknownRevocation, UnknownRevocation.HOLD);
	}

}
