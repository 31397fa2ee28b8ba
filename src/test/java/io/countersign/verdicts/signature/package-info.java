@NullMarked
package io.countersign.verdicts.signature;

import org.jspecify.annotations.NullMarked;
