package io.countersign.identity;

/**
 * Somebody as the organisation's directory has him.
 *
 * @param id the directory's own id of the account
 * @param member whether the directory calls him a member; not so for guests, and not
 * where it has not said
 */
public record DirectoryEntry(String id, EmailAddress address, String displayName, boolean member) {
}
