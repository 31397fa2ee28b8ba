/**
 * Measures how well mail is read, on examples labelled by hand. Run with
 * {@code mvn -Pevaluate verify}.
 */
@NullMarked
package io.countersign.reading.evaluation;

import org.jspecify.annotations.NullMarked;
