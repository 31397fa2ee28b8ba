@NullMarked
package io.countersign.cases;

import org.jspecify.annotations.NullMarked;
