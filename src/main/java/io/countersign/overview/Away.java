package io.countersign.overview;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A holder is away.
 *
 * @param named whom he names to turn to, as written
 * @param proposal that person's name and address, where the directory has exactly one
 * @param quote the words it rests on
 */
public record Away(LocalDate lastDay, Optional<String> named, Optional<String> proposal, String quote) {
}
