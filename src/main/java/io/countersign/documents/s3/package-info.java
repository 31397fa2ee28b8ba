/** Speaks S3 with one bucket. */
@NullMarked
package io.countersign.documents.s3;

import org.jspecify.annotations.NullMarked;
