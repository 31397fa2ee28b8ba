@NullMarked
package io.countersign.triage;

import org.jspecify.annotations.NullMarked;
