/** Each thread gets its answer, once, and nobody else gets one. */
@NullMarked
package io.countersign.writeback;

import org.jspecify.annotations.NullMarked;
