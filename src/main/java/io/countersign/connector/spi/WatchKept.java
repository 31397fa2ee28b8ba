package io.countersign.connector.spi;

/**
 * A folder is watched from now on. Published inside the transaction that says so.
 *
 * @param watch its id
 */
public record WatchKept(String watch) {
}
