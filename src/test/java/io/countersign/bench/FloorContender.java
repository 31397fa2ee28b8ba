package io.countersign.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import io.countersign.scenario.TenantControl;

/** The floor in a process of its own. */
final class FloorContender implements Contender {

	/** As many as the product's pool has. */
	private static final int CONNECTIONS = 16;

	private final BenchDatabase database;

	private final Process process;

	private final BufferedReader answers;

	private long requests;

	private FloorContender(BenchDatabase database, Process process) {
		this.database = database;
		this.process = process;
		this.answers = process.inputReader();
	}

	static FloorContender start(URI tenant, Path log) throws IOException, SQLException {
		var database = BenchDatabase.start("floor");
		var token = new TenantControl(tenant).token("https://graph.microsoft.com/.default");
		var command = new ArrayList<String>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(Benchmark.JVM);
		command.addAll(List.of("-classpath", System.getProperty("java.class.path"), Floor.class.getName(),
				tenant.toString(), token, database.jdbcUrl(), Integer.toString(CONNECTIONS)));
		var process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.appendTo(log.toFile())).start();
		return new FloorContender(database, process);
	}

	@Override
	public Measurement walk(String round, int mails) throws IOException {
		var already = this.requests;
		var before = Measurement.Start.of(this.process.toHandle(), this.database.postmaster());
		walk(round);
		return before.until(mails, this.requests - already);
	}

	private void walk(String round) throws IOException {
		this.process.outputWriter().append(round).append('\n').flush();
		for (var line = this.answers.readLine(); line != null; line = this.answers.readLine()) {
			if (line.startsWith(Floor.WALKED)) {
				this.requests = Long.parseLong(line.split(" ")[2]);
				return;
			}
		}
		throw new IOException("The floor has ended");
	}

	@Override
	public Rows rows() throws SQLException {
		return Rows.in(this.database.jdbcUrl());
	}

	@Override
	public void close() throws IOException {
		this.process.destroy();
		this.database.close();
	}

	@Override
	public String toString() {
		return "floor";
	}

}
