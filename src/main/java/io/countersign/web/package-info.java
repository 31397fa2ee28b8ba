/**
 * What people see. Pages only; machine endpoints stay with the module whose words they
 * speak.
 */
@ApplicationModule(allowedDependencies = { "overview", "triage", "writeback", "verdicts", "cases", "connector",
		"intake", "protection", "documents", "identity", "reading", "journal", "work", "problem" })
@NullMarked
package io.countersign.web;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
