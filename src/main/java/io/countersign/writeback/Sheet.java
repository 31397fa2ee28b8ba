package io.countersign.writeback;

import java.util.List;
import java.util.Map;

/** What an answer says, whatever form it takes. */
record Sheet(String heading, String when, List<String> notes, Map<String, String> facts) {
}
