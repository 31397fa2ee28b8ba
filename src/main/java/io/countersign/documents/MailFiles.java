package io.countersign.documents;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/**
 * Knows which files a mail brought. A mail as it came holds all of them, so it is handed
 * out only when each of them may be.
 */
public interface MailFiles {

	/**
	 * Of these files, those that are mails as they came, each with the files it brought.
	 */
	Map<DocumentId, Set<DocumentId>> broughtBy(Collection<DocumentId> files);

}
