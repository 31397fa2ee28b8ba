/**
 * Reads files in a process of its own, which has no network and no secrets and may die.
 * Nothing here but {@link io.countersign.documents.extraction.Frame} and
 * {@link io.countersign.documents.extraction.ReadingLimits} is loaded by the product
 * itself.
 */
@NullMarked
package io.countersign.documents.extraction;

import org.jspecify.annotations.NullMarked;
