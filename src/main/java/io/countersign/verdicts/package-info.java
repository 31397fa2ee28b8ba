/**
 * Whether a reply decides, and whether we may believe it. Every gate must say yes; a
 * missing fact or a fault in a gate never does.
 */
@ApplicationModule(allowedDependencies = { "reading", "intake", "cases", "documents", "identity", "journal" })
@NullMarked
package io.countersign.verdicts;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
