package io.countersign.reading.evaluation;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import tools.jackson.databind.json.JsonMapper;

/** How a mail program sends an answer, with what was written before it below. */
enum Dress {

	BARE {
		@Override
		String below(Tongue tongue, String older) {
			return "";
		}
	},
	QUOTED {
		@Override
		String below(Tongue tongue, String older) {
			return "\n\n" + tongue.wrote() + "\n"
					+ older.lines().map((line) -> "> " + line).collect(Collectors.joining("\n"));
		}
	},
	HISTORY {
		@Override
		String below(Tongue tongue, String older) {
			return "\n\n" + tongue.header() + "\n\n" + older;
		}
	},
	HTML {
		@Override
		String below(Tongue tongue, String older) {
			return "<div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'><p>"
					+ escaped(tongue.header()) + "</p></div><p>" + escaped(older) + "</p>";
		}
	};

	private static final JsonMapper JSON = JsonMapper.shared();

	abstract String below(Tongue tongue, String older);

	ReplyExample on(Line line) {
		var tongue = Tongue.of(line.language());
		var number = Math.floorMod(line.words().hashCode() + ordinal(), tongue.requests().size());
		var request = tongue.requests().get(number);
		var below = below(tongue, request + "\n\n" + older(line, tongue));
		var above = line.words() + closing(line, tongue);
		if (line.trap().equals("inline")) {
			above = "";
			below = "\n\n"
					+ ((this == QUOTED) ? tongue.wrote() + "\n" : (this == HISTORY) ? tongue.header() + "\n\n" : "")
					+ between(line, tongue);
		}
		var fields = Map.of("id", "%s-%s-%08x-%s".formatted(line.language(), line.trap(), line.hashCode(), name()),
				"lang", line.language(), "trap", line.trap(), "request", request, "leader", "Anna Holm", "from",
				"Anna Holm", "visible", line.words(), "verdict", line.verdict());
		var json = JSON.createObjectNode();
		fields.forEach(json::put);
		json.put((this == HTML) ? "html" : "reply", (this == HTML)
				? "<html><body><p>" + escaped(above) + "</p>" + below + "</body></html>" : above + below);
		line.part().ifPresent((part) -> {
			switch (line.verdict()) {
				case "DELEGATED" -> json.put("delegateTo", part);
				case "APPROVED_WITH_CONDITIONS" -> json.put("conditionText", part);
				default -> json.put("part", part);
			}
		});
		return new ReplyExample(new Example(json));
	}

	/** Each answer below the point it belongs to. */
	private static String between(Line line, Tongue tongue) {
		var answers = line.words().lines().toList();
		return "> 1. %s\n\n%s\n\n> 2. %s\n\n%s\n".formatted(tongue.requests().get(0), answers.get(0),
				tongue.requests().get(2), answers.get(1));
	}

	/** Somebody else has said yes before, which is nothing. */
	private static String older(Line line, Tongue tongue) {
		return line.trap().equals("quoted") ? line.part().orElseThrow() : tongue.yes() + "\nBo Lind";
	}

	private static String closing(Line line, Tongue tongue) {
		return line.trap().equals("signature") ? "\n\n" + tongue.closing() + "\nAnna Holm\n" + line.part().orElseThrow()
				: "";
	}

	private static String escaped(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\n", "<br>");
	}

	/** What mail programs and people write in one language. */
	record Tongue(List<String> requests, String yes, String closing, String wrote, String header) {

		static Tongue of(String language) {
			return switch (language) {
				case "da" -> new Tongue(List.of("Kan du godkende vedlagte notat?",
						"Til godkendelse: lejemål i Havnegade for 250.000 kr.", "Må vi sende svaret til foreningen?"),
						"Godkendt", "Venlig hilsen", "Den 24. nov. 2026 kl. 09.12 skrev Dan Friis <dan@min.example>:",
						header("Fra", "Sendt", "Til", "Emne"));
				case "sv" -> new Tongue(
						List.of("Kan du godkänna bifogat underlag?",
								"För godkännande: hyresavtal i Hamngatan för 250 000 kr",
								"Får vi skicka svaret till föreningen?"),
						"Godkänt", "Vänliga hälsningar",
						"Den 24 november 2026 kl. 09:12 skrev Dan Friis <dan@min.example>:",
						header("Från", "Skickat", "Till", "Ämne"));
				case "nb" -> new Tongue(
						List.of("Kan du godkjenne vedlagte notat?",
								"Til godkjenning: leieavtale i Havnegata for 250 000 kr",
								"Kan vi sende svaret til foreningen?"),
						"Godkjent", "Vennlig hilsen", "24. nov. 2026 kl. 09:12 skrev Dan Friis <dan@min.example>:",
						header("Fra", "Sendt", "Til", "Emne"));
				case "de" -> new Tongue(
						List.of("Können Sie die beigefügte Vorlage genehmigen?",
								"Zur Genehmigung: Mietvertrag Hafenstraße für 250.000 Euro",
								"Dürfen wir das Schreiben versenden?"),
						"Genehmigt", "Mit freundlichen Grüßen",
						"Am 24.11.2026 um 09:12 schrieb Dan Friis <dan@min.example>:",
						header("Von", "Gesendet", "An", "Betreff"));
				default -> new Tongue(
						List.of("Can you approve the attached paper?",
								"For approval: lease in Harbour Street at 250,000",
								"May we send the answer to the association?"),
						"Approved", "Kind regards", "On Tue, 24 Nov 2026 at 09:12, Dan Friis <dan@min.example> wrote:",
						header("From", "Sent", "To", "Subject"));
			};
		}

		private static String header(String from, String sent, String to, String subject) {
			return "%s: Dan Friis <dan@min.example>\n%s: 24. november 2026 09:12\n%s: Anna Holm\n%s: Lejemål"
				.formatted(from, sent, to, subject);
		}

	}

}
