/**
 * The tenant's own pages, where a newcomer plays any person: reads their mailbox, writes
 * and replies.
 */
@NullMarked
package io.countersign.sandbox.page;

import org.jspecify.annotations.NullMarked;
