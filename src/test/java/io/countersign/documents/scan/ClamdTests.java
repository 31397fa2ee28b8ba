package io.countersign.documents.scan;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** No answer but a whole one about the whole file lets a file pass. */
class ClamdTests {

	/** More than a connection takes on its way. */
	private static final byte[] LARGE = new byte[32 << 20];

	private final ScannerDouble scanner = new ScannerDouble();

	@AfterEach
	void close() {
		this.scanner.close();
	}

	@Test
	void AT_09_aFileIsSentWholeAndItsVerdictTaken() throws IOException {
		assertThat(scan(LARGE)).isEqualTo(new ScanResult.Clean());
		assertThat(scan(new byte[0])).isEqualTo(new ScanResult.Clean());
		assertThat(scan(Eicar.bytes())).isEqualTo(new ScanResult.Infected(Eicar.NAME));
	}

	@Test
	void AT_09_whatTheScannerDoesNotLookThroughIsTooLarge() throws IOException {
		this.scanner.behaves(ScannerDouble.Habit.SAYS_SIZE_LIMIT_IN_MID_STREAM);
		assertThat(scan(new byte[100_000])).isEqualTo(new ScanResult.TooLarge());

		this.scanner.behaves(ScannerDouble.Habit.SAYS_BEYOND_LIMITS);
		assertThat(scan(new byte[100])).isEqualTo(new ScanResult.TooLarge());
	}

	@ParameterizedTest
	@EnumSource(names = { "CLOSES_AT_ONCE", "CLOSES_IN_MID_STREAM", "SAYS_HALF", "SAYS_TWO_THINGS", "SAYS_GARBAGE",
			"SAYS_NOTHING", "SAYS_TOO_MUCH", "SAYS_ERROR", "SAYS_OK_WITHOUT_AN_END", "SAYS_OK_IN_MID_STREAM" })
	void AT_09_anAnswerThatIsNoneClearsNothing(ScannerDouble.Habit habit) {
		this.scanner.behaves(habit);

		assertThatExceptionOfType(ScannerUnavailable.class).isThrownBy(() -> scan(LARGE));
	}

	@ParameterizedTest
	@EnumSource(names = { "HANGS", "HANGS_BEFORE_THE_ANSWER" })
	@Timeout(20)
	void AT_09_aScannerThatHangsIsLeftWhenItsTimeIsOver(ScannerDouble.Habit habit) {
		this.scanner.behaves(habit);
		var impatient = new Clamd(ScannerAddress.parse(this.scanner.address()).orElseThrow(), Duration.ofSeconds(1));

		assertThatExceptionOfType(ScannerUnavailable.class)
			.isThrownBy(() -> impatient.scan(new ByteArrayInputStream(new byte[64 << 20])))
			.withMessage("The virus scanner took longer than 1 seconds.");
	}

	@Test
	void AT_09_aScannerThatIsNotThereClearsNothing() {
		assertThatExceptionOfType(ScannerUnavailable.class).isThrownBy(() -> scan("tcp://127.0.0.1:1", LARGE))
			.withMessage("The virus scanner cannot be reached.");
		assertThatExceptionOfType(ScannerUnavailable.class)
			.isThrownBy(() -> scan("unix:/nowhere/clamd.sock", new byte[1]));
	}

	@ParameterizedTest
	@ValueSource(strings = { "tcp://127.0.0.1:3310", "tcp://[::1]:3310", "tcp://clamav:3310/", "unix:/run/clamd.ctl",
			"unix:///run/clamd.ctl" })
	void anAddressIsAPortOrASocket(String written) {
		assertThat(ScannerAddress.parse(written)).isPresent();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "clamav", "clamav:3310", "tcp://clamav", "tcp://clamav:0", "tcp://clamav:70000",
			"tcp://a:3310/b", "http://clamav:3310", "unix:run", "unix://run/clamd.ctl", "tcp://a b:1" })
	void allElseIsNoAddress(String written) {
		assertThat(ScannerAddress.parse(written)).isEmpty();
	}

	private ScanResult scan(byte[] file) throws IOException {
		return scan(this.scanner.address(), file);
	}

	private static ScanResult scan(String address, byte[] file) throws IOException {
		return new Clamd(ScannerAddress.parse(address).orElseThrow(), Duration.ofSeconds(20))
			.scan(new ByteArrayInputStream(file));
	}

}
