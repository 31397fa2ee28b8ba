/** The tenant's border: mail from outside comes in here and gets its stamps. */
@NullMarked
package io.countersign.sandbox.smtp;

import org.jspecify.annotations.NullMarked;
