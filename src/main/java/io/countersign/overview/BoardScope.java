package io.countersign.overview;

import java.time.Instant;

import io.countersign.identity.Clearance;

/**
 * What belongs on one reader's board before he asks for less.
 *
 * @param decidedSince what was decided before has left the board
 */
record BoardScope(Clearance clearance, Instant decidedSince) {
}
