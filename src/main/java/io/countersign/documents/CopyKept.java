package io.countersign.documents;

/**
 * A copy of a file in the cloud that this message points to is kept now.
 *
 * @param origin the message
 */
public record CopyKept(String origin) {
}
