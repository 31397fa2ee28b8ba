package io.countersign.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

import io.countersign.sandbox.SandboxTenant;

/** The tenant in a process of its own, so that its work counts for nobody. */
record TenantProcess(Process process, URI uri) implements AutoCloseable {

	static TenantProcess start(Path log) throws IOException {
		var process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx3g",
				"-classpath", System.getProperty("java.class.path"), SandboxTenant.class.getName(), "--sandbox.port=0",
				"--sandbox.smtp-port=0")
			.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
			.start();
		var answers = process.inputReader();
		for (var line = answers.readLine(); line != null; line = answers.readLine()) {
			if (line.startsWith("tenant ")) {
				Thread.ofVirtual().start(() -> answers.lines().forEach((_) -> {
				}));
				return new TenantProcess(process, URI.create(line.split(" ")[1]));
			}
		}
		throw new IOException("The tenant did not start");
	}

	@Override
	public void close() {
		this.process.destroy();
	}

}
