/** What tests of several modules stand on. */
@NullMarked
package io.countersign.support;

import org.jspecify.annotations.NullMarked;
