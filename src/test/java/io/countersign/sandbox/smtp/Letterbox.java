package io.countersign.sandbox.smtp;

/** Where the border hands over what it let in. */
public interface Letterbox {

	boolean belongsTo(String address);

	void deliver(String address, byte[] mime);

}
