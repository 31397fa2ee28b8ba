package io.countersign.documents;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.countersign.documents.Pointers.Attached;
import io.countersign.support.CpuTime;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CloudLinkTests {

	@Test
	void IN_15_aFileInTheCloudIsKeptAsALinkWithItsReason() {
		var html = "<p>Se <a href=\"https://min.sharepoint.com/:x:/s/budget/Budget%202027.xlsx?e=1\">Budget 2027.xlsx</a></p>";

		assertThat(CloudLink.in(pointing(Optional.empty(), Optional.of(html)))).singleElement().satisfies((link) -> {
			assertThat(link.name()).isEqualTo("Budget 2027.xlsx");
			assertThat(link.address().getHost()).isEqualTo("min.sharepoint.com");
			assertThat(link.reason()).contains("nothing that a mail names is fetched");
		});
	}

	@Test
	void aLinkInPlainTextEndsWhereTheSentenceDoes() {
		var text = "Den ligger her (https://1drv.ms/w/s!AbC/notat.docx). Og her: <https://drive.google.com/file/d/1/view>";

		assertThat(CloudLink.in(pointing(Optional.of(text), Optional.empty())))
			.extracting((link) -> link.address().toString())
			.containsExactly("https://1drv.ms/w/s!AbC/notat.docx", "https://drive.google.com/file/d/1/view");
	}

	@Test
	void aLinkThatDefenderHasWrappedIsTheOneThatWasWritten() {
		var wrapped = "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fmin.sharepoint.com%2Fs%2Fsager%2Fnotat%20v2.docx%3Fe%3D1&data=05%7C02";
		var astray = "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fevil.example%2Fa https://eur01.safelinks.protection.outlook.com/?url=%zz https://safelinks.protection.outlook.com.evil.example/?url=https%3A%2F%2Fmin.sharepoint.com%2Fa";

		assertThat(CloudLink.in(pointing(Optional.of(wrapped + " " + astray), Optional.empty()))).singleElement()
			.satisfies((link) -> {
				assertThat(link.address()).hasToString("https://min.sharepoint.com/s/sager/notat%20v2.docx?e=1");
				assertThat(link.name()).isEqualTo("notat v2.docx");
			});
	}

	@Test
	void whatOnlyLooksLikeAStoreIsNoFile() {
		var text = "https://sharepoint.com.evil.example/a https://notsharepoint.com/a http://min.sharepoint.com/a "
				+ "https://min.sharepoint.com/ https:// https://min.sharepoint.com:x/a";

		assertThat(CloudLink.in(pointing(Optional.of(text), Optional.of("<a href='javascript:x'>https://a</a>"))))
			.isEmpty();
	}

	@Test
	void IN_11_addressesWithoutEndAreFoundInAMoment() {
		var text = Optional.of("https://".repeat(125_000));

		assertThat(CpuTime.of(() -> assertThat(CloudLink.in(pointing(text, Optional.empty()))).isEmpty()))
			.isLessThan(Duration.ofSeconds(5));
	}

	@Test
	void ofManyLinksTheFirstAreKept() {
		var text = new StringBuilder();
		for (var number = 0; number < 5_000; number++) {
			text.append("https://min.sharepoint.com/a/").append(number).append(' ');
		}

		assertThat(CloudLink.in(pointing(Optional.of(text.toString()), Optional.empty()))).hasSize(50);
	}

	@Test
	void IN_15_whatIsAttachedByItsAddressIsALinkOnlyWhereFilesLie() {
		var address = "https://min-my.sharepoint.com/personal/dan/Documents/Microsoft%20Teams%20Chat%20Files/plan.docx";
		var attached = List.of(new Attached(address, "../plan\u202Excod.docx"),
				new Attached("https://evil.example/a.docx", "a.docx"), new Attached("file:///etc/passwd", "b"),
				new Attached("", ""), new Attached(address, "once more"));

		assertThat(CloudLink.in(new Pointers("msg_1", Optional.of("Se " + address), Optional.empty(), attached)))
			.singleElement()
			.satisfies((link) -> {
				assertThat(link.address()).hasToString(address);
				assertThat(link.name()).isEqualTo("planxcod.docx");
			});
	}

	private static Pointers pointing(Optional<String> text, Optional<String> html) {
		return new Pointers("msg_1", text, html, List.of());
	}

}
