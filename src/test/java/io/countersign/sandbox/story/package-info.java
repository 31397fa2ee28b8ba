/** A small ministry's morning, told live so that a newcomer sees the board move. */
@NullMarked
package io.countersign.sandbox.story;

import org.jspecify.annotations.NullMarked;
