package io.countersign.verdicts.signature;

import java.security.cert.CertPath;
import java.security.cert.TrustAnchor;

/** From a certificate to the authority that is believed. */
record Chain(CertPath path, TrustAnchor anchor) {

	String authority() {
		return this.anchor.getTrustedCert().getSubjectX500Principal().getName();
	}

}
