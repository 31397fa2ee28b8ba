package io.countersign.documents;

import java.io.InputStream;
import java.util.Collection;
import java.util.Optional;

/**
 * Where the bytes of files are. Which files there are is said by the rows of the table
 * {@code blob}, wherever the bytes are; so a file is there when the transaction that adds
 * it is committed, and not before. All bytes are encrypted there.
 */
interface ContentStore {

	/**
	 * Takes bytes to their place that do not go there within a transaction. Of what is
	 * never added nothing is seen.
	 * @param goingOn run now and then while it takes long
	 * @throws ContentsAway when the place cannot be reached
	 */
	void prepare(Collection<Spool> spools, Runnable goingOn);

	/**
	 * Adds files that have been prepared, in the transaction of the caller. Those that
	 * are there stay as they are.
	 * @param found whether they were found within others, and not brought by a mail
	 */
	void add(Collection<Spool> spools, boolean found);

	/**
	 * The bytes from an offset on, fetched while they are read. Nothing when there is no
	 * such file, or no key that opens it.
	 * @throws ContentsAway when their place cannot be reached, also while they are read
	 */
	Optional<InputStream> open(DocumentId id, long offset);

	/**
	 * Takes a file, which lies in clear, to where its encrypted bytes will be, unless
	 * that is within a transaction.
	 */
	void rewrite(Spool spool);

	/** Forgets files, in the transaction of the caller. */
	void remove(Collection<DocumentId> ids);

}
