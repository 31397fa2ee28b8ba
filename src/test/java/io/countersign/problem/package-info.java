@NullMarked
package io.countersign.problem;

import org.jspecify.annotations.NullMarked;
