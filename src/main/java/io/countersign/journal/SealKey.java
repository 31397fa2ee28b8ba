package io.countersign.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** Signs tree heads, with a key the database never sees. */
final class SealKey {

	static final String SECRET = "journal.key";

	static final String OPEN = "journal.pub";

	private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";

	private static final String END = "-----END PRIVATE KEY-----";

	private final PrivateKey secret;

	private final VerifierKey verifier;

	private SealKey(PrivateKey secret, VerifierKey verifier) {
		this.secret = secret;
		this.verifier = verifier;
	}

	/** A new key. */
	static SealKey generate(String name) {
		try {
			var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
			return of(name, pair);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * The key in a directory, which is made there when there is none. Its public half
	 * lies beside it in the form a verifier takes.
	 * @throws IOException when the directory cannot be used or holds something else
	 */
	static SealKey in(Path directory, String name) throws IOException {
		var secret = directory.resolve(SECRET);
		Files.createDirectories(directory);
		if (!Files.exists(secret)) {
			var made = generate(name);
			made.keepIn(directory);
			return made;
		}
		return read(secret, VerifierKey.parse(Files.readString(directory.resolve(OPEN))));
	}

	void keepIn(Path directory) throws IOException {
		Files.writeString(directory.resolve(OPEN), this.verifier + "\n");
		write(directory.resolve(SECRET));
	}

	String name() {
		return this.verifier.name();
	}

	VerifierKey verifier() {
		return this.verifier;
	}

	/** The four bytes that name the key, and the signature. */
	byte[] sign(byte[] text) {
		try {
			var signing = Signature.getInstance("Ed25519");
			signing.initSign(this.secret);
			signing.update(text);
			var made = signing.sign();
			var id = this.verifier.id();
			return ByteBuffer.allocate(id.length + made.length).put(id).put(made).array();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static SealKey of(String name, KeyPair pair) {
		return new SealKey(pair.getPrivate(), VerifierKey.of(name, pair.getPublic()));
	}

	private static SealKey read(Path secret, VerifierKey verifier) throws IOException {
		try {
			var base64 = Files.readString(secret).replace(BEGIN, "").replace(END, "").replaceAll("\\s", "");
			var key = KeyFactory.getInstance("Ed25519")
				.generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
			var read = new SealKey(key, verifier);
			if (!verifier.verifies(new byte[0], read.sign(new byte[0]))) {
				throw new IOException("%s and the public key beside it are not a pair".formatted(secret));
			}
			return read;
		}
		catch (GeneralSecurityException | IllegalArgumentException ex) {
			throw new IOException("%s is not an Ed25519 key in PKCS#8 form (PEM)".formatted(secret), ex);
		}
	}

	private void write(Path file) throws IOException {
		var pem = "%s\n%s\n%s\n".formatted(BEGIN,
				Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(this.secret.getEncoded()), END);
		if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
			Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
			Files.writeString(file, pem, StandardOpenOption.WRITE);
		}
		else {
			Files.writeString(file, pem, StandardOpenOption.CREATE_NEW);
		}
	}

}
