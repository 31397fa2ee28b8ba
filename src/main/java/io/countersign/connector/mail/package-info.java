/** Mail servers of one's own, by IMAP and SMTP, with all their habits kept inside. */
@NullMarked
package io.countersign.connector.mail;

import org.jspecify.annotations.NullMarked;
