@NullMarked
package io.countersign.reading;

import org.jspecify.annotations.NullMarked;
