package io.countersign.triage;

import java.time.Instant;
import java.util.Optional;

import io.countersign.cases.CaseId;
import io.countersign.intake.Message;
import io.countersign.verdicts.ChatGround.Bond;

/**
 * What ties a message of a chat to a case.
 *
 * @param whole whether everything in the chat is about the case
 * @param question the words it answers, where they are not its own
 * @param at when the words were written that tie it
 * @param reason why it belongs there, in a plain sentence
 */
record ChatTie(CaseId caseId, Bond bond, boolean whole, Optional<Message> question, Instant at, String reason) {
}
