/**
 * Mailboxes, people and chats of the sandbox tenant, and the doors by which programs
 * reach them: Microsoft Graph as {@code src/docs} says it behaves, and the control API of
 * tests.
 */
@NullMarked
package io.countersign.sandbox.tenant;

import org.jspecify.annotations.NullMarked;
