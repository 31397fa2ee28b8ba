package io.countersign.writeback;

/** What a mail of ours says, worded when it was intended. */
record WrittenLetter(String subject, String text, String html) {
}
