/**
 * What waits, where, and since when. Reads only: it may be wrong for a second, never for
 * good.
 */
@ApplicationModule(
		allowedDependencies = { "journal", "cases", "intake", "documents", "identity", "reading", "problem", "work" })
@NullMarked
package io.countersign.overview;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
