package io.countersign.documents.s3;

/** The bucket answers and has no such object. */
public final class ObjectMissing extends RuntimeException {

	ObjectMissing(Exception cause) {
		super("There is no such object in the bucket.", cause);
	}

}
