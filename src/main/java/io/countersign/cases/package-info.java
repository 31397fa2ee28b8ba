/**
 * The decision somebody asked for, from request to verdict. Mail, page and API all decide
 * through one method here, so a case cannot be decided twice in two ways.
 */
@ApplicationModule(allowedDependencies = { "identity", "documents", "intake", "journal", "work", "problem" })
@NullMarked
package io.countersign.cases;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
