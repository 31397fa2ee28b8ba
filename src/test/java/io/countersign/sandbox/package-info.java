/**
 * A tenant to practise in: people, mailboxes, Microsoft Graph, sign-in and an SMTP door,
 * alone or with the product beside it.
 */
@NullMarked
package io.countersign.sandbox;

import org.jspecify.annotations.NullMarked;
