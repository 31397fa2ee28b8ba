package io.countersign.reading;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A sum of money that some words name, or a number that may be one.
 *
 * @param value of two possible readings the larger; nothing where it cannot be said
 * @param currency by ISO 4217, where one is named
 * @param money whether the words say that it is money
 * @param quote the words themselves
 */
public record Amount(Optional<BigDecimal> value, Optional<String> currency, boolean money, String quote) {
}
