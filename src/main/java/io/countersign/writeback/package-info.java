/**
 * Says back into the thread, once. The intention commits with the verdict; sending
 * follows from it, and after any doubt looks before it repeats.
 */
@ApplicationModule(allowedDependencies = { "overview", "cases", "connector", "intake", "documents", "identity", "work",
		"journal", "problem" })
@NullMarked
package io.countersign.writeback;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
