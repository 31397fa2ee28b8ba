/**
 * Measures what a mail costs, beside a hand-written loop that does the same work with
 * nothing around it. Run by {@code mvn -Pbench verify}.
 */
@NullMarked
package io.countersign.bench;

import org.jspecify.annotations.NullMarked;
