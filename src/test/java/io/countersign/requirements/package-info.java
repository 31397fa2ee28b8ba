/** Shows which test stands behind each numbered requirement. */
@NullMarked
package io.countersign.requirements;

import org.jspecify.annotations.NullMarked;
