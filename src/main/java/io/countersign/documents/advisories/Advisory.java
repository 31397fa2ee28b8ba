package io.countersign.documents.advisories;

/**
 * Something that is known against a library.
 *
 * @param id as who has published it calls it, for instance {@code GHSA-58qw-p7qm-5rvh}
 */
record Advisory(String id, Library library) {
}
