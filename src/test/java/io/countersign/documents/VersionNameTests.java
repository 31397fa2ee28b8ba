package io.countersign.documents;

import io.countersign.documents.VersionName.Tie;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class VersionNameTests {

	@ParameterizedTest
	@CsvSource({ "notat_v2_endelig.docx, notat", "Notat (1).docx, notat", "Notat - Kopi (3).docx, notat",
			"20261012_notat_BL.docx, notat", "Forslag slutgiltig.odt, forslag",
			"Utkast til høringssvar.docx, hoeringssvar",
			"Dienstanweisung überarbeitet 12.10.2026.docx, dienstanweisung", "Lease (corrected) v1.4.pdf, lease",
			"Svar rettet 12. okt 2026.docx, svar", "notat.tar, notat" })
	void whatMarksAVersionIsNoPartOfTheName(String name, String words) {
		assertThat(String.join(" ", VersionName.of(name).words())).isEqualTo(words);
	}

	@ParameterizedTest
	@CsvSource({ "Notat.docx, notat_v3.docx, SAME", "Bilag 1.pdf, Bilag 2.pdf, ISSUE",
			"Budget 2025.xlsx, Budget 2026.xlsx, ISSUE", "Referat 2026-10-12.docx, Referat 2026-11-09.docx, ISSUE",
			"Notat 2026-10-12.docx, Notat 2026-11-09.docx, SAME", "scan0001.pdf, scan0002.pdf, GENERIC",
			"faktura.pdf, faktura.pdf, GENERIC", "endelig.docx, v2.docx, GENERIC",
			"Notat.docx, Notat letbane.docx, LONGER", "Brev KL.docx, Brev DR.docx, PARALLEL",
			"Notat.docx, Budget.docx, NONE" })
	void namesGoTogether(String one, String other, Tie tie) {
		assertThat(VersionName.of(one).tie(VersionName.of(other))).isEqualTo(tie);
		assertThat(VersionName.of(other).tie(VersionName.of(one))).as("either way").isEqualTo(tie);
	}

}
