/**
 * What a kind of mail server has to offer: a reader of watches and a sender of replies.
 */
@NullMarked
package io.countersign.connector.spi;

import org.jspecify.annotations.NullMarked;
