/**
 * What a message is to us: noise, a request, a task, or part of a case. Doubt goes to a
 * person and never becomes a guess. No case begins in a chat.
 */
@ApplicationModule(allowedDependencies = { "reading", "verdicts", "cases", "intake", "documents", "identity", "journal",
		"problem", "protection", "work" })
@NullMarked
package io.countersign.triage;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
