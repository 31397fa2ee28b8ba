package io.countersign.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.countersign.scenario.TenantControl;

/** The floor in a process of its own. */
final class FloorProcess implements AutoCloseable {

	private final Process process;

	private final BufferedReader answers;

	private long requests;

	private FloorProcess(Process process) {
		this.process = process;
		this.answers = process.inputReader();
	}

	static FloorProcess start(URI tenant, String jdbcUrl, int connections, Path log) throws IOException {
		var token = new TenantControl(tenant).token("https://graph.microsoft.com/.default");
		var command = new ArrayList<String>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(Benchmark.JVM);
		command.addAll(List.of("-classpath", System.getProperty("java.class.path"), Floor.class.getName(),
				tenant.toString(), token, jdbcUrl, Integer.toString(connections)));
		var process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.appendTo(log.toFile())).start();
		return new FloorProcess(process);
	}

	void walk(String round) throws IOException {
		this.process.outputWriter().append(round).append('\n').flush();
		for (var line = this.answers.readLine(); line != null; line = this.answers.readLine()) {
			if (line.startsWith(Floor.WALKED)) {
				this.requests = Long.parseLong(line.split(" ")[2]);
				return;
			}
		}
		throw new IOException("The floor has ended");
	}

	long requests() {
		return this.requests;
	}

	ProcessHandle handle() {
		return this.process.toHandle();
	}

	@Override
	public void close() {
		this.process.destroy();
	}

}
