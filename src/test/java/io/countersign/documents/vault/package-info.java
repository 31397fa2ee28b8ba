/** Tests of the encryption. */
@NullMarked
package io.countersign.documents.vault;

import org.jspecify.annotations.NullMarked;
