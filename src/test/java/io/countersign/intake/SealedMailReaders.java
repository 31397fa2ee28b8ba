package io.countersign.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import io.countersign.documents.Spool;

/** Four readers that read the same mail at the same time, in a process of their own. */
final class SealedMailReaders {

	private SealedMailReaders() {
	}

	/** Says the first line of what each of them has read. */
	public static void main(String[] mail) throws IOException {
		try (var spool = Spool.of(Files.newInputStream(Path.of(mail[0])))) {
			IntStream.range(0, 4)
				.mapToObj((_) -> CompletableFuture.supplyAsync(() -> firstLine(spool), Thread::startVirtualThread))
				.toList()
				.forEach((reader) -> System.out.println(reader.join()));
		}
	}

	private static String firstLine(Spool mail) {
		try (var read = Mails.taken(mail)) {
			var message = read.message(new MessageId("m"), mail.id(), "", Instant.EPOCH);
			return message.content().text().stream().flatMap(String::lines).findFirst().orElse("");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
