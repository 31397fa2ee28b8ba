package io.countersign.reading;

import io.countersign.reading.RequestReading.Intent;

/** What one sentence wants of the reader, and how sure that is. */
record Plea(Intent intent, double confidence, Statement statement, Clue clue) {
}
