/** Every message seen is on record once, in one state, and hostile mail harms nothing. */
@NullMarked
package io.countersign.intake;

import org.jspecify.annotations.NullMarked;
