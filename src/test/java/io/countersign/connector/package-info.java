/** Watched mailboxes are read to the last mail, and nothing in them is changed. */
@NullMarked
package io.countersign.connector;

import org.jspecify.annotations.NullMarked;
