/** The application itself; each sub-package is one module. */
@NullMarked
package io.countersign;

import org.jspecify.annotations.NullMarked;
