@NullMarked
package io.countersign.documents.advisories;

import org.jspecify.annotations.NullMarked;
