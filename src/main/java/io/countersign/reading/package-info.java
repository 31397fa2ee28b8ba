/**
 * What words say, with the span each conclusion rests on. Pure functions: the same text
 * gives the same reading on every machine, on every day.
 */
@ApplicationModule(allowedDependencies = "problem")
@NullMarked
package io.countersign.reading;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
