package io.countersign.documents;

import io.countersign.support.TestDatabase;

/** All bytes in PostgreSQL. */
class DatabaseContentsTests extends ContentStoreContract {

	private static final TestDatabase DATABASE = TestDatabase.fresh();

	private final ContentStore contents = new DatabaseContents(this.blobs);

	DatabaseContentsTests() {
		super(DATABASE);
	}

	@Override
	ContentStore contents() {
		return this.contents;
	}

}
