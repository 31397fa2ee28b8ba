package io.countersign.web;

import java.time.LocalDate;

/**
 * Somebody is away and names somebody else. It is a proposal to people: nobody answers
 * for him because of it.
 */
record MandateProposal(Face away, Face standIn, LocalDate lastDay, String key) {
}
