/** How every module tells a caller of the API what was wrong with the call (RFC 9457). */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.countersign.problem;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
