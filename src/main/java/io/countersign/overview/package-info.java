/**
 * What waits, where, and since when, and where something is said. It changes no case and
 * keeps only the words it searches: it may be wrong for a second, never for good.
 */
@ApplicationModule(
		allowedDependencies = { "journal", "cases", "intake", "documents", "identity", "reading", "problem", "work" })
@NullMarked
package io.countersign.overview;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
