package io.countersign.identity;

/**
 * Somebody's account may do nothing here any more: it has left the directory, was
 * disabled there, or is another person's by now. Open pages have to look whether they
 * still stand.
 */
public record AccountBarred() {
}
