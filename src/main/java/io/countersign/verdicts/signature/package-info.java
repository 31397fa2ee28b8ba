/** S/MIME signatures of whole mails (RFC 8551): whether they hold, and whose they are. */
@NullMarked
package io.countersign.verdicts.signature;

import org.jspecify.annotations.NullMarked;
