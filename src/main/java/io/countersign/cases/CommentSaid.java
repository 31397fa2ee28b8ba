package io.countersign.cases;

/** Somebody has said an informal word on a case. It stays out of the journal. */
public record CommentSaid(CaseId caseId) {
}
