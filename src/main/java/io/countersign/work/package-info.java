/**
 * Rows that are due, one holder at a time: the only mechanism for everything that waits.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.countersign.work;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
