package io.countersign.requirements;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * Writes {@code src/docs/requirements.md}: each requirement number of a group that is
 * under test, the tests named after it and how they ended, read from the reports of the
 * run that just finished.
 */
public final class RequirementTable {

	private static final List<String> GROUPS = List.of("IN", "VA", "RL", "UI", "WH", "SE", "AU", "AT", "DP");

	private static final Pattern NUMBER = Pattern.compile("^- ([A-Z]{2})-(\\d{1,2}a?) ([^.:;,\\[]{1,90})",
			Pattern.MULTILINE);

	private static final Pattern TEST = Pattern.compile("^([A-Z]{2})[_ ]0?(\\d{1,2}a?)[_ ](\\w[\\w ]*)");

	private RequirementTable() {
	}

	public static void main(String[] args) throws Exception {
		var project = Path.of(args[0]);
		var results = results(project.resolve("target"));
		var rows = new ArrayList<String>();
		var requirements = NUMBER.matcher(Files.readString(project.resolve("src/docs/security-requirements.md")));
		while (requirements.find()) {
			if (GROUPS.contains(requirements.group(1))) {
				var number = requirements.group(1) + "-" + requirements.group(2);
				rows.add(row(number, requirements.group(3), results.getOrDefault(number, List.of())));
			}
		}
		Files.writeString(project.resolve("src/docs/requirements.md"), page(rows));
	}

	private static String page(List<String> rows) {
		return """
				# Requirements and their tests

				Written by `mvn verify` from the reports of its own run. The sentences behind the numbers are in
				[security-requirements.md](security-requirements.md).

				| number | about | test | result |
				|---|---|---|---|
				%s
				""".formatted(String.join("\n", rows));
	}

	private static String row(String number, String about, List<Result> results) {
		if (results.isEmpty()) {
			return "| %s | %s | none yet | open |".formatted(number, about);
		}
		var names = results.stream().map(Result::name).sorted().distinct().map("`%s`"::formatted).toList();
		var failed = results.stream().filter((result) -> !result.passed()).count();
		return "| %s | %s | %s | %s |".formatted(number, about, String.join("<br>", names),
				(failed == 0) ? "passed" : "%d failed".formatted(failed));
	}

	private static Map<String, List<Result>> results(Path target) throws IOException {
		var results = new TreeMap<String, List<Result>>();
		for (var reports : List.of("surefire-reports", "failsafe-reports")) {
			if (Files.isDirectory(target.resolve(reports))) {
				try (Stream<Path> files = Files.list(target.resolve(reports))) {
					files.filter((file) -> file.getFileName().toString().matches("TEST-.*\\.xml"))
						.flatMap(RequirementTable::testsOf)
						.forEach((result) -> results.computeIfAbsent(result.number(), (_) -> new ArrayList<>())
							.add(result));
				}
			}
		}
		return results;
	}

	private static Stream<Result> testsOf(Path report) {
		try {
			var factory = DocumentBuilderFactory.newInstance();
			factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
			var cases = factory.newDocumentBuilder().parse(report.toFile()).getElementsByTagName("testcase");
			var tests = new ArrayList<Result>();
			for (var i = 0; i < cases.getLength(); i++) {
				result((Element) cases.item(i)).ifPresent(tests::add);
			}
			return tests.stream();
		}
		catch (ParserConfigurationException | SAXException | IOException ex) {
			throw new IllegalStateException("The report %s cannot be read".formatted(report), ex);
		}
	}

	private static Optional<Result> result(Element test) {
		var name = TEST.matcher(test.getAttribute("name"));
		if (!name.find() || test.getElementsByTagName("skipped").getLength() > 0) {
			return Optional.empty();
		}
		var simple = test.getAttribute("classname").replaceFirst("^.*\\.", "");
		var passed = test.getElementsByTagName("failure").getLength() == 0
				&& test.getElementsByTagName("error").getLength() == 0;
		return Optional.of(new Result(name.group(1) + "-" + name.group(2), simple + "." + name.group(0), passed));
	}

	private record Result(String number, String name, boolean passed) {
	}

}
