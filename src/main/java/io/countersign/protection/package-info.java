/**
 * What data protection asks for: what must not be forgotten, who has read what, and all
 * there is about a person. It changes nothing else.
 */
@ApplicationModule(allowedDependencies = { "cases", "documents", "identity", "journal", "problem" })
@NullMarked
package io.countersign.protection;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
