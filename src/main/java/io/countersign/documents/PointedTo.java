package io.countersign.documents;

import java.net.URI;

/**
 * The copy of a file in the cloud that a message points to.
 *
 * @param origin the message
 */
public record PointedTo(String origin, URI address, CloudCopy copy) {
}
