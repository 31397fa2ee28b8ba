/** Which replies decide, and which never do. */
@NullMarked
package io.countersign.verdicts;

import org.jspecify.annotations.NullMarked;
