/** Every file once, by its content. */
@ApplicationModule(allowedDependencies = { "work", "problem" })
@NullMarked
package io.countersign.documents;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
