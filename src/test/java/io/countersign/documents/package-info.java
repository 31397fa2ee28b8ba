/** Files of every kind, kind and hostile, and what becomes of them. */
@NullMarked
package io.countersign.documents;

import org.jspecify.annotations.NullMarked;
