@NullMarked
package io.countersign.documents.scan;

import org.jspecify.annotations.NullMarked;
