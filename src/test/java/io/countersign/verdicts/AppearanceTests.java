package io.countersign.verdicts;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Whether words are shown as they stand, in one form of a mail and in the other. */
class AppearanceTests {

	@ParameterizedTest
	@ValueSource(strings = { "<p><s>Godkendt</s></p>", "<p>Bo: <strike>Godkendt</strike></p>",
			"<div style='TEXT-DECORATION : underline line-through'>Godkendt</div>", "<bdo dir=rtl>Godkendt</bdo>",
			"<style>p::before { content : 'Ikke ' }</style><p>Godkendt</p>",
			"<style>@media screen { span:after{content:'\\49 kke'} }</style><p><span></span>Godkendt</p>",
			"<style><!-- em { display:none } --></style><p><em>Godkendt</em></p>",
			"<style>/* } */ b{ font-size : 0px }</style><b>Godkendt</b>",
			"<style>p[[{content:'x'}</style><p>Godkendt</p>",
			"<style>body:before{content:attr(title)}</style><p>Godkendt</p>",
			"<style>p{d\\isplay:none}</style><p>Godkendt</p>" })
	void VA_17_whatIsCrossedOutHiddenOrAddedByAStyleIsSeen(String html) {
		assertThat(differs(html)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "<p>Godkendt</p>", "<p>Godkendt</p><blockquote><s>Det gamle udkast</s></blockquote>",
			"<style>.x:after{content:''} .y:before{content:none}</style><p class='x y'>Godkendt</p>",
			"<style>.bullet:before{content:'*'}</style><p>Godkendt</p><p class=bullet>Fra et nyhedsbrev</p>",
			"<style>@font-face{font-family:Calibri} p.MsoNormal{margin:0cm;font-size:11.0pt}</style><p class=MsoNormal>Godkendt</p>",
			"<style>.preheader{display:none}</style><p>Godkendt</p><div class=preheader>Ugens nyheder</div>" })
	void VA_17_whatProgramsWriteBesideTheWordsIsNoDoubt(String html) {
		assertThat(differs(html)).isFalse();
	}

	@Test
	void VA_17_theTextMayNotGoOnWhereTheHtmlEnds() {
		assertThat(agree("Godkendt er det ikke", "Godkendt")).isFalse();
		assertThat(agree("Godkendt\n\ndog ikke afsnit 2", "Godkendt")).isFalse();
		assertThat(agree("Godkendt", "Godkendt")).isTrue();
		assertThat(agree("Godkendt. Mvh Anna\n\n[cid:logo]", "Godkendt. Mvh Anna")).isTrue();
		assertThat(
				agree("Godkendt\n\n________\nFra: Dan<https://x>\nDet er ikke ok", "Godkendt Fra: Dan Det er ikke ok"))
			.isTrue();
		assertThat(agree("Godkendt\n\nFra: Dan <dan@firma.no<mailto:dan@firma.no>>\nhttps://x.example/not/t",
				"Godkendt Fra: Dan"))
			.as("no in the name of a place denies nothing")
			.isTrue();
	}

	@Test
	void IN_11_aSheetWithoutEndIsReadInAMoment() {
		var sheet = "a{".repeat(50_000) + "}".repeat(50_000) + "/*".repeat(50_000);

		assertThat(StyleRule.in(sheet)).hasSizeLessThan(3_000);
	}

	private static boolean differs(String html) {
		return new Appearance(Jsoup.parse(html), WordList.of("Godkendt")).differs();
	}

	private static boolean agree(String text, String html) {
		return new TwoForms(text, html).agree(WordList.of("Godkendt"));
	}

}
