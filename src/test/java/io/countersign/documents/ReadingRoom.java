package io.countersign.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;

import io.countersign.documents.extraction.ReadingLimits;

import org.springframework.util.unit.DataSize;

/** A reading process and a way to hand it files. */
final class ReadingRoom implements AutoCloseable {

	private final ReadingProcesses processes;

	ReadingRoom() {
		this(ReadingLimits.DEFAULT);
	}

	ReadingRoom(ReadingLimits limits) {
		this(settings(limits));
	}

	ReadingRoom(ExtractionProperties properties) {
		this.processes = new ReadingProcesses(properties);
	}

	static ExtractionProperties settings(ReadingLimits limits) {
		return new ExtractionProperties(true, 1, Duration.ofMillis(200), List.of(), limits);
	}

	static ReadingLimits patientFor(Duration time) {
		var usual = ReadingLimits.DEFAULT;
		return new ReadingLimits(time, usual.heap(), usual.characters(), usual.files(), usual.unpacked(), usual.depth(),
				usual.xmlDepth(), usual.ratio(), usual.megapixels());
	}

	static ReadingLimits small(int characters, int files, DataSize unpacked) {
		var usual = ReadingLimits.DEFAULT;
		return new ReadingLimits(Duration.ofMinutes(2), usual.heap(), characters, files, unpacked, usual.depth(),
				usual.xmlDepth(), usual.ratio(), usual.megapixels());
	}

	/** What is found in the file; its files are closed by whoever wants them. */
	Outcome read(String name, String declaredType, byte[] bytes) {
		try {
			return this.processes.read(new Named(Spool.of(bytes).id(), name, declaredType), bytes.length,
					new ByteArrayInputStream(bytes));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	Outcome read(Sample sample) {
		return read(sample.name(), sample.declaredType(), sample.bytes());
	}

	@Override
	public void close() {
		this.processes.destroy();
	}

}
