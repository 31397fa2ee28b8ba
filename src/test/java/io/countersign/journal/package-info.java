@NullMarked
package io.countersign.journal;

import org.jspecify.annotations.NullMarked;
