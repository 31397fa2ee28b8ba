package io.countersign.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

import org.springframework.stereotype.Service;

/** The ledger of everything watched mailboxes have shown us. */
@Service
public class Intake {

	/**
	 * Those items of a page whose bytes are to be fetched and received. All others are in
	 * the ledger when this returns: known ones, and ruled-out ones as a keyed hash, time
	 * and reason.
	 */
	public List<Arrival> wanted(List<Arrival> page) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Stores a mail as it came, due to be read; or one more sighting of a mail that is
	 * stored already. Committed when this returns.
	 * @throws IOException when the stream breaks off; nothing has been stored then
	 */
	public MessageId receive(Arrival arrival, InputStream mime) throws IOException {
		throw new UnsupportedOperationException();
	}

	/**
	 * The item vanished before its bytes could be fetched. It is wanted again should the
	 * mailbox list it again.
	 */
	public void receiveGone(Arrival arrival) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Wants the answers to this mail that had been ruled out before anybody knew that it
	 * matters. Done by itself for each message that joins a case.
	 * @param internetMessageId normalised
	 */
	public void revive(String internetMessageId) {
		throw new UnsupportedOperationException();
	}

}
