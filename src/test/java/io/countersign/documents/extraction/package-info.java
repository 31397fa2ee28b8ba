@NullMarked
package io.countersign.documents.extraction;

import org.jspecify.annotations.NullMarked;
