/**
 * Asks whether anything is known against the libraries that read the files of strangers.
 */
@NullMarked
package io.countersign.documents.advisories;

import org.jspecify.annotations.NullMarked;
