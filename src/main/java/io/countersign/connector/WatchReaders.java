package io.countersign.connector;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.countersign.connector.spi.WatchReader;
import io.countersign.intake.Folder;

import org.springframework.stereotype.Component;

/** Who reads what here. */
@Component
class WatchReaders {

	private final List<WatchReader> readers;

	WatchReaders(List<WatchReader> readers) {
		this.readers = readers;
	}

	/** What can be watched through the servers this installation is connected to. */
	Set<Folder> folders() {
		return this.readers.stream().flatMap((reader) -> reader.folders().stream()).collect(Collectors.toSet());
	}

	/**
	 * @throws ConnectorException.Refused when it was watched through other servers
	 */
	WatchReader of(Watch watch) {
		return this.readers.stream()
			.filter((reader) -> reader.folders().contains(watch.folder()))
			.findFirst()
			.orElseThrow(() -> new ConnectorException.Refused(
					"%s cannot be read through the servers of this installation.".formatted(watch.folder().word())));
	}

}
