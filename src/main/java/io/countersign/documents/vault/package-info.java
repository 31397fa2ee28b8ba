/** Encrypts contents under keys, and keys under other keys (AES-256-GCM). */
@NullMarked
package io.countersign.documents.vault;

import org.jspecify.annotations.NullMarked;
