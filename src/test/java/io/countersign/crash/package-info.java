/**
 * Kills the product and its database at the worst moments and counts what was lost or
 * doubled.
 */
@NullMarked
package io.countersign.crash;

import org.jspecify.annotations.NullMarked;
