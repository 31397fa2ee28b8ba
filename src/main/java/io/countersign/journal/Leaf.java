package io.countersign.journal;

/** An entry as the tree knows it. */
record Leaf(Cursor cursor, String hash) {
}
