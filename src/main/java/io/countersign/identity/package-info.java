/** Who someone is and what they may do. */
@ApplicationModule(allowedDependencies = { "journal", "problem" })
@NullMarked
package io.countersign.identity;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
