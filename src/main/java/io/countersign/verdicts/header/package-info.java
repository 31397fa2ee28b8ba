/**
 * The grammars of the header fields that the gates rest on, over the bytes of the mail
 * itself. Each reads a field in one pass, within limits, and takes nothing it does not
 * understand. They are apart from the gates because their readers are others: who tests
 * them knows the RFCs and nothing of cases.
 */
@NullMarked
package io.countersign.verdicts.header;

import org.jspecify.annotations.NullMarked;
