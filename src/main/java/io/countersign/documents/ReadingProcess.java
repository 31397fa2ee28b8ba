package io.countersign.documents;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;

import io.countersign.documents.extraction.Frame;
import io.countersign.documents.extraction.ReadingLimits;

import org.springframework.util.FileSystemUtils;

/** A process that reads one file after the other, until one of them is its end. */
final class ReadingProcess implements AutoCloseable {

	/** For a slow machine: the start is not counted against the file. */
	private static final Duration START = Duration.ofMinutes(3);

	private static final Duration GRACE = Duration.ofSeconds(1);

	private final Path directory;

	private final Process process;

	private final DataInputStream in;

	private final DataOutputStream out;

	private boolean confined;

	private ReadingProcess(Path directory, Process process) {
		this.directory = directory;
		this.process = process;
		this.in = new DataInputStream(new BufferedInputStream(process.getInputStream(), Frame.PIECE));
		this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), Frame.PIECE));
	}

	static ReadingProcess start(ChildCommand command) throws IOException {
		var directory = Files.createTempDirectory("reading");
		var begun = new ReadingProcess(directory, command.in(directory).start());
		var ready = false;
		try (var _ = begun.deadline(START)) {
			ready = Frame.read(begun.in) == Frame.READY;
			begun.confined = ready && begun.in.readBoolean();
		}
		finally {
			if (!ready) {
				begun.close();
			}
		}
		return begun;
	}

	/** Whether the kernel keeps from it all files but its own and the program. */
	boolean isConfined() {
		return this.confined;
	}

	boolean isAlive() {
		return this.process.isAlive();
	}

	/**
	 * @throws TookTooLong when the limit for one file was reached
	 * @throws IOException when the process ended or said what it must not say
	 */
	Outcome read(Named file, long size, InputStream content, ReadingLimits limits) throws IOException {
		var outcome = new Outcome(limits);
		var deadline = deadline(limits.time().plus(GRACE));
		try (deadline) {
			Frame.REQUEST.write(this.out);
			this.out.writeUTF(shortened(file.name()));
			this.out.writeUTF(shortened(file.declaredType()));
			this.out.writeLong(size);
			content.transferTo(this.out);
			this.out.flush();
			outcome.take(this.in);
			return outcome;
		}
		catch (IOException | RuntimeException ex) {
			outcome.close();
			close();
			if (deadline.hasPassed() && !(ex instanceof ContentsAway)) {
				throw new TookTooLong(limits.time());
			}
			throw ex;
		}
	}

	private static String shortened(String words) {
		return words.substring(0, Math.min(words.length(), 500));
	}

	private Deadline deadline(Duration longest) {
		return new Deadline(this.process, longest);
	}

	@Override
	public void close() {
		this.process.descendants()
			.sorted(Comparator.comparing(ProcessHandle::pid).reversed())
			.forEach(ProcessHandle::destroyForcibly);
		this.process.destroyForcibly();
		try {
			this.process.waitFor(10, TimeUnit.SECONDS);
			FileSystemUtils.deleteRecursively(this.directory);
		}
		catch (IOException ex) {
			this.directory.toFile().deleteOnExit();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** Kills the process when its time is over, unless closed before. */
	private static final class Deadline implements AutoCloseable {

		private final Thread watch;

		private volatile boolean passed;

		private Deadline(Process process, Duration longest) {
			this.watch = Thread.ofVirtual().start(() -> {
				try {
					Thread.sleep(longest);
					this.passed = true;
					process.descendants().forEach(ProcessHandle::destroyForcibly);
					process.destroyForcibly();
				}
				catch (InterruptedException ex) {
					Thread.currentThread().interrupt();
				}
			});
		}

		boolean hasPassed() {
			return this.passed;
		}

		@Override
		public void close() {
			this.watch.interrupt();
		}

	}

	/** The file costs its own text and nothing else. */
	static final class TookTooLong extends IOException {

		private TookTooLong(Duration limit) {
			super("Reading it took longer than %d seconds and was stopped.".formatted(limit.toSeconds()));
		}

	}

}
