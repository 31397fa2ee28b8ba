package io.countersign.verdicts.signature;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpServer;
import io.countersign.verdicts.MailSignature.Revocation;
import io.countersign.verdicts.MailSignature.State;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Whether the certificate behind a signature was revoked, by lists that are at hand. */
class RevocationTests {

	private static final String ANNA = "anna.holm@min.example";

	@TempDir
	private Path lists;

	private Signer authority;

	private Signer anna;

	@BeforeEach
	void anAuthorityHasGivenAnnaACertificate() throws Exception {
		this.authority = Signer.authority("Statens CA");
		this.anna = this.authority.issue(ANNA, -30, 30);
	}

	@Test
	void VA_18_aListOfTheAuthoritySaysThatACertificateWasRevoked() throws Exception {
		keep("statens.crl", this.authority.revoking(-1, 6, this.anna));

		assertThat(read(this.anna)).isEqualTo(Revocation.REVOKED);
	}

	@Test
	void VA_18_aListInForceThatDoesNotNameItClearsIt() throws Exception {
		keep("statens.crl", this.authority.revoking(-1, 6, this.authority.issue(ANNA, -30, 30)));

		assertThat(read(this.anna)).isEqualTo(Revocation.NONE);
	}

	@Test
	void VA_18_aListMayComeWithTheSignature() throws Exception {
		assertThat(read(this.anna.bringing(this.authority.revoking(-1, 6)))).isEqualTo(Revocation.NONE);
		assertThat(read(this.anna.bringing(this.authority.revoking(-1, 6, this.anna)))).isEqualTo(Revocation.REVOKED);
	}

	@Test
	void VA_18_theListWeHaveCountsBesideTheOneASignerBrings() throws Exception {
		keep("statens.crl", this.authority.revoking(-1, 6, this.anna));

		assertThat(read(this.anna.bringing(this.authority.revoking(-3, 4)))).isEqualTo(Revocation.REVOKED);
	}

	@Test
	void VA_18_withoutAListNobodyKnows() throws Exception {
		assertThat(read(this.anna)).isEqualTo(Revocation.UNKNOWN);
	}

	@Test
	void VA_18_aListThatIsOverOrIsToComeOrIsOfSomebodyElseSaysNothing() throws Exception {
		for (var list : new X509CRL[] { this.authority.revoking(-20, -10), this.authority.revoking(5, 10),
				Signer.authority("Statens CA").revoking(-1, 6), Signer.authority("Other").revoking(-1, 6) }) {
			assertThat(read(this.anna.bringing(list))).as(list.toString()).isEqualTo(Revocation.UNKNOWN);
		}
	}

	@Test
	void VA_18_aMailThatIsReadLateIsJudgedByTheListOfThen() throws Exception {
		keep("statens.crl", this.authority.revoking(2, 9));
		var mail = this.anna.mail("Godkendt", Signer.NOW, "SHA256");

		assertThat(read(mail, Signer.NOW.plus(Duration.ofDays(3)))).isEqualTo(Revocation.NONE);
		keep("statens.crl", this.authority.revoking(2, 9, this.anna));
		assertThat(read(mail, Signer.NOW.plus(Duration.ofDays(3)))).isEqualTo(Revocation.REVOKED);
	}

	@Test
	void VA_18_anAuthorityInBetweenMayBeRevokedToo() throws Exception {
		var below = this.authority.authorityBelow("Ministeriets CA");
		var bo = below.issue(ANNA, -30, 30).withChain(below.certificate());
		keep("below.crl", below.revoking(-1, 6));
		assertThat(read(bo)).isEqualTo(Revocation.UNKNOWN);

		keep("statens.crl", this.authority.revoking(-1, 6));
		assertThat(read(bo)).isEqualTo(Revocation.NONE);

		keep("statens.crl", this.authority.revoking(-1, 6, below));
		assertThat(read(bo)).isEqualTo(Revocation.REVOKED);
	}

	@Test
	void VA_18_aFileThatIsNoListSaysNothingAndHidesNoOther() throws Exception {
		Files.writeString(this.lists.resolve("a.crl"), "no list at all");
		Files.write(this.lists.resolve("b.crl"), new byte[] { 0x30, (byte) 0x80, 0x30 });
		keep("statens.crl", this.authority.revoking(-1, 6, this.anna));

		assertThat(read(this.anna)).isEqualTo(Revocation.REVOKED);
	}

	@Test
	void IN_15_noPlaceThatACertificateNamesIsCalled() throws Exception {
		var calls = new AtomicInteger();
		var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
		server.createContext("/", (exchange) -> {
			calls.incrementAndGet();
			exchange.sendResponseHeaders(404, -1);
			exchange.close();
		});
		server.start();
		try {
			var place = "http://127.0.0.1:%d/".formatted(server.getAddress().getPort());

			assertThat(read(this.authority.issue(ANNA, -30, 30, place))).isEqualTo(Revocation.UNKNOWN);
			assertThat(calls).hasValue(0);
		}
		finally {
			server.stop(0);
		}
	}

	private void keep(String name, X509CRL list) throws Exception {
		Files.write(this.lists.resolve(name), list.getEncoded());
	}

	private Revocation read(Signer signer) throws Exception {
		return read(signer.mail("Godkendt", Signer.NOW, "SHA256"), Signer.NOW);
	}

	private Revocation read(String mail, Instant now) throws IOException {
		var signature = Signer.read(mail, Optional.of(this.lists), now, this.authority.certificate());
		assertThat(signature.state()).isEqualTo(State.VALID);
		return signature.revocation();
	}

}
