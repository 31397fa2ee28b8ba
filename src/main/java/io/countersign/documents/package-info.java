/**
 * Every file once, by its content. A row of the table {@code blob} says that a file is
 * there; where its bytes are is hidden by {@link io.countersign.documents.ContentStore}.
 */
@ApplicationModule(allowedDependencies = { "identity", "work", "problem" })
@NullMarked
package io.countersign.documents;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
