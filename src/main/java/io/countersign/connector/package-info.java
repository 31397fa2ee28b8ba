/**
 * The only place that talks to mail servers and to Teams. It knows where words travel and
 * not what they say, and it changes nothing in a mailbox it watches.
 */
@ApplicationModule(allowedDependencies = { "intake", "documents", "identity", "work", "journal", "problem" })
@NullMarked
package io.countersign.connector;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
