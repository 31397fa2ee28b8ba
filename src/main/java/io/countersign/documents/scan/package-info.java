/** Asks a virus scanner what it thinks of a file, in the protocol of clamd. */
@NullMarked
package io.countersign.documents.scan;

import org.jspecify.annotations.NullMarked;
