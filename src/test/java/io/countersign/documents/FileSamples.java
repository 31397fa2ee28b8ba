package io.countersign.documents;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import io.countersign.intake.Part;

/** One file of each kind that carries others, for tests of other modules. */
public final class FileSamples {

	private static final String INNER = "indstilling.docx";

	private FileSamples() {
	}

	/**
	 * A file of a mail.
	 *
	 * @param within names of files that lie in it
	 * @param words that are read in it or in what lies in it
	 */
	public record Sample(String name, String type, byte[] bytes, List<String> within, String words) {
	}

	public static List<Sample> all() {
		var file = Making.docx(Prose.DA);
		var words = Prose.DA.sentence();
		var mail = Making.eml(INNER, "application/octet-stream", file);
		var meeting = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nSUMMARY:Direktionsmøde\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
		return List.of(new Sample("videresendt.eml", "message/rfc822", mail, List.of(INNER), words),
				new Sample("gemt.eml", "application/octet-stream", mail, List.of(INNER), words),
				new Sample("gemt.msg", "application/vnd.ms-outlook", OutlookMaking.msg(Prose.DA, INNER, file, Prose.EN),
						List.of(INNER), Prose.EN.sentence()),
				new Sample("winmail.dat", "application/ms-tnef", OutlookMaking.tnef("Bilag", INNER, file),
						List.of(INNER), words),
				new Sample("bilag.zip", "application/zip", Making.zip(Map.of("bilag/" + INNER, file)), List.of(INNER),
						words),
				new Sample("bilag.7z", "application/x-7z-compressed", Making.sevenZip(Map.of("bilag/" + INNER, file)),
						List.of(INNER), words),
				new Sample("sendt.p7m", "application/octet-stream", OutlookMaking.signed(mail),
						List.of("signed.eml", INNER), words),
				new Sample("mode.ics", "application/ics", meeting.getBytes(StandardCharsets.UTF_8), List.of(),
						"Direktionsmøde"));
	}

	public static Named named(Part part) {
		return new Named(part.document(), part.name(), part.mediaType());
	}

}
