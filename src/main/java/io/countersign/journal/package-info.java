/** Every fact once, in order, so that a change, a gap or an insertion shows. */
@ApplicationModule(allowedDependencies = { "work", "problem" })
@NullMarked
package io.countersign.journal;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
