@NullMarked
package io.countersign.work;

import org.jspecify.annotations.NullMarked;
