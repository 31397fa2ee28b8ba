package io.countersign.overview;

import io.countersign.identity.EmailAddress;

/** Somebody a case may be moved to. */
public record Colleague(EmailAddress address, String name) {
}
