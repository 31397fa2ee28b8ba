package io.countersign.documents;

import io.countersign.documents.vault.ContentCipher;
import io.countersign.documents.vault.Key;

/**
 * A content on its way into the store, with the key that encrypts it.
 *
 * @param by which key has wrapped that key
 */
record NewContent(Spool spool, Key key, String by, byte[] wrapped) {

	DocumentId id() {
		return this.spool.id();
	}

	ContentCipher cipher() {
		return new ContentCipher(this.key, id().bytes(), this.spool.size());
	}

}
