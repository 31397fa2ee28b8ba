package io.countersign.documents;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class FileNameTests {

	@ParameterizedTest
	@CsvSource({ "../../etc/passwd, passwd", "C:\\temp\\a.docx, a.docx", "'  a.docx ', a.docx" })
	void AT_06_aNameIsShownWithoutItsPath(String written, String shown) {
		assertThat(FileName.cleaned(written)).contains(shown);
	}

	@Test
	void AT_06_nothingInANameHidesOrTurnsAround() {
		assertThat(FileName.cleaned("fak\u202Etura\u0000\u0007\u2066.pdf\n")).contains("faktura.pdf");
		assertThat(FileName.cleaned("\u202E\u200B")).isEmpty();
		assertThat(FileName.cleaned("a/..")).isEmpty();
	}

	@Test
	void AT_06_aLongNameKeepsItsExtension() {
		assertThat(FileName.cleaned("ø".repeat(500) + ".docx")).hasValueSatisfying((name) -> {
			assertThat(name).hasSize(120).endsWith(".docx");
		});
		assertThat(FileName.cleaned("😀".repeat(200))).hasValueSatisfying((name) -> {
			assertThat(name.length()).isLessThanOrEqualTo(120);
			assertThat(name.codePoints()).containsOnly(0x1F600);
		});
	}

	@ParameterizedTest
	@CsvSource({ "faktura.pdf, application/x-dosexec, faktura.pdf.exe",
			"faktura.pdf, application/x-iso9660-image, faktura.pdf.iso",
			"budget.xlsx, application/vnd.ms-excel.sheet.macroenabled.12, budget.xlsx.xlsm",
			"brev.doc, application/rtf, brev.doc", "BREV.PDF, application/pdf, BREV.PDF",
			"brev, application/pdf, brev.pdf", "data.csv, text/csv, data.csv", "note.md, text/plain, note.md" })
	void AT_06_theExtensionSaysWhatTheContentIs(String name, String type, String shown) {
		assertThat(FileName.ofType(name, type)).isEqualTo(shown);
	}

}
