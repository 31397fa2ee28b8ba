package io.countersign.connector.spi;

/**
 * A folder is not watched any more. Published inside the transaction that says so, before
 * the watch is gone.
 *
 * @param watch its id
 */
public record WatchLeft(String watch) {
}
