/**
 * Every message once, mail or chat, as it came and as we parsed it, with each place it
 * was seen. The ledger row is committed before any cursor moves, so what has been seen
 * cannot be lost.
 */
@ApplicationModule(allowedDependencies = { "identity", "documents", "work", "journal", "problem" })
@NullMarked
package io.countersign.intake;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
