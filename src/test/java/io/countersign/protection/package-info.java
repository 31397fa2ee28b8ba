@NullMarked
package io.countersign.protection;

import org.jspecify.annotations.NullMarked;
