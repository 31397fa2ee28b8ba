package io.countersign.overview;

import java.time.Instant;
import java.util.Optional;

/**
 * Time a case spent on one stage with one holder.
 *
 * @param until nothing while it lasts
 */
record Stay(Stage stage, Optional<String> holder, Instant from, Optional<Instant> until) {
}
