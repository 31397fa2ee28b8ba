package io.countersign.documents;

/**
 * A file within a file.
 *
 * @param parent the file it lies in
 * @param depth 1 for a file that lies directly in one that a mail brought
 * @param name made fit to show
 * @param writtenName as it came
 * @param path where in the parent it lies, as that says, made fit to show
 * @param declaredType what the parent says it is; may be empty
 * @param size in bytes
 */
public record Contained(DocumentId parent, DocumentId document, int depth, String name, String writtenName, String path,
		String declaredType, long size, boolean inline, DocumentText text) {
}
