package io.countersign.verdicts;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Whether a reader of HTML sees the words of its author as they stand there. */
class PlainSightTests {

	@ParameterizedTest
	@ValueSource(strings = { "<p style='d\\69 splay:none'>Godkendt</p>", "<p style='display:var(--d)'>Godkendt</p>",
			"<p style='display:/**/none'>Godkendt</p>", "<p style='font-size:0.1em'>Godkendt</p>",
			"<p style='font:0/0 a'>Godkendt</p>", "<p style='line-height:0'>Godkendt</p>",
			"<p style='width:0px'>Godkendt</p>", "<p style='margin-left:-500px'>Godkendt</p>",
			"<p style='letter-spacing:-1em'>Godkendt</p>", "<p style='opacity:20%'>Godkendt</p>",
			"<p style='order:2'>Godkendt</p>", "<p style='position:absolute'>Godkendt</p>",
			"<p style='-webkit-text-fill-color:transparent'>Godkendt</p>", "<p style='made-up:1'>Godkendt</p>",
			"<p style='mso-hide:all'>Godkendt</p>", "<div popover>Godkendt</div>",
			"<ul style='list-style-type:\"Ikke \"'><li>Godkendt</li></ul>",
			"<p style='display:flex;flex-wrap:wrap-reverse'>Godkendt</p>",
			"<p style='max-height:18px;overflow:hidden'>Godkendt</p>",
			"<style>p{overflow-x:clip}</style><p style='white-space:nowrap'>Godkendt</p>" })
	void VA_17_aStyleThatIsNotKnownToBeHarmlessIsADoubt(String html) {
		assertThat(shows(html)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "color:#fff", "color:snow", "color:yellow", "color:transparent", "color:#00000000",
			"color:rgba(0,0,0,0)", "background:#000", "color:navy;background:#000033", "background:url(cid:x)",
			"background:linear-gradient(red,blue)", "color:canvas", "color:window", "background:windowtext",
			"background-color:currentcolor" })
	void VA_17_soIsAColourThatIsNotSeenOnItsGround(String style) {
		assertThat(shows("<p style='%s'>Godkendt</p>".formatted(style))).isFalse();
		assertThat(shows("<style>p{%s}</style><p>Godkendt</p>".formatted(style))).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "color:#000", "color:rgb(0, 112, 192)", "color:windowtext", "background:yellow",
			"color:#fff;background:#003366", "color:red !important", "background:white none repeat scroll 0% 0%",
			"margin:0cm 0cm 8.0pt 36.0pt;text-indent:-18.0pt;mso-list:l0 level1 lfo1", "font:12px/1.5 Helvetica",
			"width:98%;display:inline-block", "text-decoration:underline", "opacity:1", "overflow:hidden;width:100%",
			"font-family:\"Segoe UI Symbol\",sans-serif", "font-family:Calibri,Symbol",
			"color:canvastext;background:canvas", "font-size:80%" })
	void VA_17_whatMailProgramsWriteIsNone(String style) {
		assertThat(shows("<p style='%s'>Godkendt</p>".formatted(style))).isTrue();
		assertThat(shows("<style>p{%s}</style><p>Godkendt</p>".formatted(style))).isTrue();
	}

	/** Each of them can be read alone. */
	@ParameterizedTest
	@ValueSource(strings = { "<small>", "<sub>", "<div style='font-size:0.6em'>", "<div style='font-size:smaller'>",
			"<div style='font:60%/1.2 Arial'>", "<div style='opacity:0.6'>" })
	void VA_17_whatIsSmallOrThinWithinItselfIsADoubt(String around) {
		assertThat(shows(around + "Godkendt")).isTrue();
		assertThat(shows(around.repeat(2) + "Godkendt")).isEqualTo(!around.contains("6"));
		assertThat(shows(around.repeat(6) + "Godkendt")).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "<p style='font-family:Wingdings'>Godkendt</p>",
			"<font face='Webdings, Arial'>Godkendt</font>", "<p style='font:14px \"Zapf Dingbats\"'>Godkendt</p>",
			"<style>@font-face{font-family:a;src:url(data:font/woff2;base64,AA)}</style><p>Godkendt</p>",
			"<style>@font-face{font-family:a;s\\72 c:url(a)}</style><p>Godkendt</p>",
			"<style>@counter-style x{symbols:'Ikke '}</style><p>Godkendt</p>" })
	void VA_17_aFontThatShowsOtherLettersIsADoubt(String html) {
		assertThat(shows(html)).isFalse();
	}

	@Test
	void VA_17_theFontsAndTheSmileOfOutlookAreNone() {
		assertThat(shows("<style>@font-face {font-family:\"Cambria Math\"; panose-1:2 4 5 3;}</style><p>Godkendt "
				+ "<span style='font-family:Wingdings'>J</span></p>"))
			.isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "<input value='Ikke'> Godkendt", "<p>Godkendt <select><option>nej</select></p>",
			"<img alt='Ikke' src='cid:a'>Godkendt", "<p>Godkendt<img alt='👎' src='cid:a'></p>",
			"<p>Godkendt <img src='cid:a'></p>", "<p><b><img alt='image001.png' src='cid:a'></b> Godkendt</p>",
			"<p>Godkendt <i>nu</i> <span><img alt='' width=20 height=1></span></p>",
			"<!--[if mso]>Ikke <![endif]-->Godkendt", "<q>Godkendt</q>", "<meter>Godkendt</meter>",
			"<link rel=stylesheet href='cid:a'><p>Godkendt</p>", "<style>@import 'a'</style><p>Godkendt</p>",
			"<iframe srcdoc=Ikke></iframe>Godkendt", "<div class='mailru-blockquote'>Godkendt</div>",
			"<div name='messageReplySection'>Godkendt</div>", "<p>Godkendt</p><!--[if mso]><p>ikke</p><![endif]-->",
			"<p>Godkendt</p><input placeholder='Ikke'>", "<p>Godkendt</p><textarea>Ikke</textarea>",
			"<p>Godkendt<span style='position:absolute;left:0;right:0;top:50%;border-top:2px solid red'></span></p>",
			"<p>Godkendt</p><hr style='margin-top:-1em'>", "<hr style='position:relative;top:9px'><p>Godkendt</p>",
			"<p>Godkendt</p><img src='cid:a' style='margin-top:-20px'>",
			"<p>Bo: Godkendt</p><p>Tak</p><p style='d\\69 splay:none'>Godkendt</p>" })
	void VA_17_whatShowsMoreThanItsTextIsADoubt(String html) {
		assertThat(shows(html)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "<body text=white><p>Godkendt</p>", "<body link='#fefefe'><a href='a'>Godkendt</a>",
			"<basefont color=white><p>Godkendt</p>", "<v:shape>Godkendt</v:shape>",
			"<div class=gmail_quote>Godkendt</div>" })
	void VA_17_oldWaysToColourDrawAndQuoteAreDoubts(String html) {
		assertThat(shows(html)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "<body text='#000000' link='#0563C1' vlink='#954F72'><p>Godkendt</p>",
			"<div class=gmail_quote><blockquote>Ja?</blockquote><div>Godkendt</div></div>" })
	void VA_17_whatMailProgramsSayOfAllWordsIsNone(String html) {
		assertThat(shows(html)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "<p>Godkendt <img alt='👍' src='cid:a'></p>", "<p>Godkendt</p><img alt='Vores logo'>",
			"<p>Godkendt<img src='https://a/o' width='1px' height=0></p>",
			"<div><img alt='banner.png' src='cid:a'></div><p>Godkendt<br><span><img src='cid:a'></span> Anna</p>",
			"<p>Godkendt</p><div class=quote style='position:absolute'><s>Ikke det</s><input></div>",
			"<!--[if gte mso 9]><xml><w:View>Normal</w:View></xml><![endif]--><p>Godkendt</p>",
			"<p>Godkendt</p><div>Venlig hilsen</div><img src='cid:a' style='position:absolute;margin-top:-20px'>",
			"<p>Godkendt</p><blockquote><!--[if mso]>Nej<![endif]--><input value='Nej'></blockquote>",
			"<p>Godkendt</p><div style='margin-left:-5px'>Anna</div><hr style='border:0'>",
			"<p>Godkendt<o:p></o:p></p>" })
	void VA_17_whatStandsElsewhereInTheMailIsNone(String html) {
		assertThat(shows(html)).isTrue();
	}

	@Test
	void IN_11_hostileStylesAreReadInAMoment() {
		var style = "a:".repeat(50_000) + "/*".repeat(50_000) + "1".repeat(50_000) + "-".repeat(50_000);

		assertThat(shows("<p style='%s'>Godkendt</p>".formatted(style))).isFalse();
		assertThat(shows("<i><img>".repeat(50_000) + "<p>Godkendt")).isFalse();
		assertThat(shows("<div style='color:red'>".repeat(400) + "Godkendt")).isTrue();
		assertThat(shows("<style>" + "p b.c>a{color:red} ".repeat(400) + "</style>"
				+ "<div style='color:red'>".repeat(400) + "<i>a</i>".repeat(20_000) + "Godkendt"))
			.isFalse();
	}

	private static boolean shows(String html) {
		return PlainSight.shows(Jsoup.parse(html), WordList.of("Godkendt"));
	}

}
