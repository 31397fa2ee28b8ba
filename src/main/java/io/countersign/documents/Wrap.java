package io.countersign.documents;

/**
 * The key of a content, encrypted by another key, which is itself encrypted by a master
 * key.
 *
 * @param key which other key
 * @param master which master key
 */
record Wrap(String key, byte[] wrapped, String master, byte[] wrappedKey) {
}
