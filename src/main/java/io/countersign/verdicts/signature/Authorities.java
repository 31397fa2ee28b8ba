package io.countersign.verdicts.signature;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertStore;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The authorities whose certificates for mail are believed (RFC 5280). */
final class Authorities {

	private final Set<TrustAnchor> anchors;

	private Authorities(Set<TrustAnchor> anchors) {
		this.anchors = anchors;
	}

	/**
	 * Those in PEM files.
	 * @throws IOException when a file cannot be read or holds no certificate
	 */
	static Authorities of(List<Path> files) throws IOException {
		var found = new HashSet<X509Certificate>();
		for (var file : files) {
			try (var pem = Files.newInputStream(file)) {
				CertificateFactory.getInstance("X.509")
					.generateCertificates(pem)
					.forEach((one) -> found.add((X509Certificate) one));
			}
			catch (GeneralSecurityException ex) {
				throw new IOException("%s holds no certificates in PEM form".formatted(file), ex);
			}
		}
		return of(found);
	}

	static Authorities of(Collection<X509Certificate> certificates) {
		var anchors = new HashSet<TrustAnchor>();
		certificates.forEach((certificate) -> anchors.add(new TrustAnchor(certificate, null)));
		return new Authorities(anchors);
	}

	/**
	 * The way from a certificate to one of them, at a time.
	 * @param others what came along with it, believed only as links of the chain
	 */
	Optional<Chain> behind(X509Certificate certificate, Collection<X509Certificate> others, Instant at) {
		if (this.anchors.isEmpty()) {
			return Optional.empty();
		}
		try {
			var target = new X509CertSelector();
			target.setCertificate(certificate);
			var parameters = new PKIXBuilderParameters(this.anchors, target);
			parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(others)));
			parameters.setDate(Date.from(at));
			// That is another question, and has an answer of its own.
			parameters.setRevocationEnabled(false);
			var path = (PKIXCertPathBuilderResult) CertPathBuilder.getInstance("PKIX").build(parameters);
			return Optional.of(new Chain(path.getCertPath(), path.getTrustAnchor()));
		}
		catch (CertPathBuilderException ex) {
			return Optional.empty();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
