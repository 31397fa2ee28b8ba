package io.countersign.cases;

import com.github.therapi.runtimejavadoc.RetainJavadoc;

/**
 * What one gate said about a reply.
 *
 * @param gate the gate's name with its requirement, for instance {@code VA-8 person}
 * @param result {@code pass}, {@code hold} or {@code refuse}
 * @param sentence the fact it rests on
 */
@RetainJavadoc
public record GateResult(String gate, String result, String sentence) {
}
