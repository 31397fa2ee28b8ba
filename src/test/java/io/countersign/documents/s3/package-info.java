@NullMarked
package io.countersign.documents.s3;

import org.jspecify.annotations.NullMarked;
