package io.countersign.reading;

import io.countersign.reading.RequestReading.Intent;

/**
 * What a mail asks, in short. Always what the whole reading of the mail says too.
 *
 * @param reason one sentence a person can check
 */
public record Gist(Intent intent, String reason) {
}
