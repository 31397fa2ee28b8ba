/** IMAP and SMTP with everything that goes wrong there. */
@NullMarked
package io.countersign.connector.mail;

import org.jspecify.annotations.NullMarked;
