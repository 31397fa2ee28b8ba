package io.countersign.documents;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicBoolean;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.countersign.documents.extraction.ReadingLimits;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * The reading processes that are there. One is started when a file wants one and none is
 * free; it ends by itself when nobody has wanted it for a while.
 */
@Component
@EnableConfigurationProperties(ExtractionProperties.class)
class ReadingProcesses implements DisposableBean {

	private static final Logger log = LoggerFactory.getLogger(ReadingProcesses.class);

	private final ConcurrentLinkedDeque<ReadingProcess> free = new ConcurrentLinkedDeque<>();

	private final ExtractionProperties properties;

	private final AtomicBoolean warned = new AtomicBoolean();

	private volatile boolean closed;

	private @Nullable ChildCommand command;

	ReadingProcesses(ExtractionProperties properties) {
		this.properties = properties;
	}

	ReadingLimits limits() {
		return this.properties.limits();
	}

	/** The caller closes the outcome. */
	Outcome read(Named file, long size, InputStream content) throws IOException {
		var process = take();
		var outcome = process.read(file, size, content, limits());
		this.free.push(process);
		if (this.closed) {
			destroy();
		}
		return outcome;
	}

	private ReadingProcess take() throws IOException {
		for (var process = this.free.poll(); process != null; process = this.free.poll()) {
			if (process.isAlive()) {
				return process;
			}
			process.close();
		}
		var started = ReadingProcess.start(command());
		if (!started.isConfined() && this.warned.compareAndSet(false, true)) {
			log.atWarn().log("The kernel has no Landlock for the process that reads files; see the operations manual");
		}
		return started;
	}

	private synchronized ChildCommand command() {
		var known = (this.command != null) ? this.command : new ChildCommand(this.properties);
		this.command = known;
		return known;
	}

	@Override
	public void destroy() {
		this.closed = true;
		for (var process = this.free.poll(); process != null; process = this.free.poll()) {
			process.close();
		}
	}

}
