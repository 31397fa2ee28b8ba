package io.countersign.verdicts.signature;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lists of revoked certificates in a directory, which somebody else keeps up to date.
 * A file is read again when it has changed.
 */
class RevocationLists {

	private static final Logger log = LoggerFactory.getLogger(RevocationLists.class);

	private static final int MOST = 500;

	private static final long LARGEST = 128L * 1024 * 1024;

	private final Optional<Path> directory;

	private Map<Path, Read> read = Map.of();

	RevocationLists(Optional<Path> directory) {
		this.directory = directory;
	}

	/** What cannot be read is as if it were not there, and says nothing for anybody. */
	synchronized List<X509CRL> all() {
		var now = new HashMap<Path, Read>();
		for (var file : files()) {
			try {
				now.put(file, read(file));
			}
			catch (IOException | GeneralSecurityException ex) {
				log.atWarn().setCause(ex).addKeyValue("file", file).log("List of revoked certificates cannot be read");
			}
		}
		this.read = Map.copyOf(now);
		return now.values().stream().flatMap((one) -> one.lists().stream()).toList();
	}

	private List<Path> files() {
		if (this.directory.isEmpty()) {
			return List.of();
		}
		try (var files = Files.list(this.directory.get())) {
			return files.filter(Files::isRegularFile).sorted().limit(MOST).toList();
		}
		catch (IOException ex) {
			log.atWarn().setCause(ex).log("Directory of lists of revoked certificates cannot be read");
			return List.of();
		}
	}

	private Read read(Path file) throws IOException, GeneralSecurityException {
		var changedAt = Files.getLastModifiedTime(file);
		var size = Files.size(file);
		var before = this.read.get(file);
		if (before != null && before.changedAt().equals(changedAt) && before.size() == size) {
			return before;
		}
		if (size > LARGEST) {
			throw new IOException("It is larger than %d bytes".formatted(LARGEST));
		}
		var lists = new ArrayList<X509CRL>();
		try (var bytes = Files.newInputStream(file)) {
			CertificateFactory.getInstance("X.509").generateCRLs(bytes).forEach((one) -> lists.add((X509CRL) one));
		}
		return new Read(changedAt, size, List.copyOf(lists));
	}

	private record Read(FileTime changedAt, long size, List<X509CRL> lists) {
	}

}
