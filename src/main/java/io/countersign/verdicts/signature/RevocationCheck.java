package io.countersign.verdicts.signature;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXParameters;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;

import io.countersign.verdicts.MailSignature.Revocation;

/**
 * Whether a certificate of a chain has been revoked, by the lists at hand (RFC 5280
 * section 6.3). Nothing is fetched: where a certificate says its list is to be had is
 * what whoever made it likes us to call.
 */
record RevocationCheck(Collection<X509CRL> lists) {

	/**
	 * @param moments in their order; the first at which a list in force says something
	 * counts
	 */
	Revocation of(Chain chain, List<Instant> moments) {
		return moments.stream()
			.map((moment) -> at(moment, chain))
			.filter((found) -> found != Revocation.UNKNOWN)
			.findFirst()
			.orElse(Revocation.UNKNOWN);
	}

	private Revocation at(Instant moment, Chain chain) {
		return isNamed(chain, Date.from(moment)) ? Revocation.REVOKED : validated(moment, chain);
	}

	/**
	 * Whether any list in force names one of its certificates: whoever signs may bring an
	 * older list than the one we have.
	 */
	private boolean isNamed(Chain chain, Date moment) {
		var issuer = chain.anchor().getTrustedCert().getPublicKey();
		for (var certificate : chain.path().getCertificates().reversed()) {
			var key = issuer;
			if (this.lists.stream().anyMatch((list) -> names(list, (X509Certificate) certificate, key, moment))) {
				return true;
			}
			issuer = certificate.getPublicKey();
		}
		return false;
	}

	private static boolean names(X509CRL list, X509Certificate certificate, PublicKey issuer, Date moment) {
		return list.getIssuerX500Principal().equals(certificate.getIssuerX500Principal()) && list.isRevoked(certificate)
				&& !list.getThisUpdate().after(moment) && list.getNextUpdate() != null
				&& !list.getNextUpdate().before(moment) && isSigned(list, issuer);
	}

	private static boolean isSigned(X509CRL list, PublicKey issuer) {
		try {
			list.verify(issuer);
			return true;
		}
		catch (GeneralSecurityException ex) {
			return false;
		}
	}

	private Revocation validated(Instant moment, Chain chain) {
		try {
			var parameters = new PKIXParameters(Set.of(chain.anchor()));
			parameters.setDate(Date.from(moment));
			parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(this.lists)));
			parameters.setRevocationEnabled(true);
			CertPathValidator.getInstance("PKIX").validate(chain.path(), parameters);
			return Revocation.NONE;
		}
		catch (CertPathValidatorException ex) {
			return (ex.getReason() == BasicReason.REVOKED) ? Revocation.REVOKED : Revocation.UNKNOWN;
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
