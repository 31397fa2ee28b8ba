package io.countersign.verdicts.signature;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import io.countersign.intake.SealedMail;
import io.countersign.verdicts.MailSignature;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSVerifierCertificateNotValidException;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.util.Selector;

/**
 * Reads the signature of a mail: a CMS signature beside its text (RFC 8551 section
 * 3.5.3), or one with its text in it (section 3.5.2).
 */
final class SignatureReader {

	private static final int MAIL_ADDRESS = 1;

	private static final Set<String> FOR_MAIL = Set.of("1.3.6.1.5.5.7.3.4", "2.5.29.37.0");

	/** SHA-256, SHA-384, SHA-512. */
	private static final Set<String> DIGESTS = Set.of("2.16.840.1.101.3.4.2.1", "2.16.840.1.101.3.4.2.2",
			"2.16.840.1.101.3.4.2.3");

	/** No mail needs more of them. */
	private static final int MOST_LISTS = 50;

	private final Authorities authorities;

	private final RevocationLists lists;

	private final Clock clock;

	SignatureReader(Authorities authorities, RevocationLists lists, Clock clock) {
		this.authorities = authorities;
		this.lists = lists;
		this.clock = clock;
	}

	/** Whatever cannot be read is a broken signature. */
	MailSignature read(byte[] mail, String boundary, Instant receivedAt) {
		try {
			var parts = SignedParts.of(mail, boundary);
			var signed = new CMSSignedData(new CMSProcessableByteArray(parts.content()), parts.signature());
			return read(signed, receivedAt);
		}
		catch (CMSException | RuntimeException | StackOverflowError ex) {
			return MailSignature.broken();
		}
	}

	/** The text in it is the one the mail is read by. */
	MailSignature read(SealedMail sealed, Instant receivedAt) {
		return read(sealed.signed(), receivedAt);
	}

	private MailSignature read(CMSSignedData signed, Instant receivedAt) {
		try {
			var signers = signed.getSignerInfos().getSigners();
			return (signers.size() == 1) ? read(signed, signers.iterator().next(), receivedAt) : MailSignature.broken();
		}
		catch (CMSException | OperatorCreationException | GeneralSecurityException | RuntimeException ex) {
			return MailSignature.broken();
		}
	}

	private MailSignature read(CMSSignedData signed, SignerInformation signer, Instant receivedAt)
			throws CMSException, OperatorCreationException, GeneralSecurityException {
		var holder = signed.getCertificates().getMatches(sought(signer)).iterator().next();
		var certificate = new JcaX509CertificateConverter().getCertificate(holder);
		if (!DIGESTS.contains(signer.getDigestAlgOID()) || !isForMail(certificate)) {
			return MailSignature.broken();
		}
		var addresses = addresses(certificate, holder);
		var at = signedAt(signer);
		try {
			if (!signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate))) {
				return MailSignature.broken();
			}
		}
		catch (CMSVerifierCertificateNotValidException ex) {
			return new MailSignature(MailSignature.State.NOT_IN_FORCE, addresses, Optional.empty(), at,
					MailSignature.Revocation.UNKNOWN, Optional.empty());
		}
		var others = new ArrayList<X509Certificate>();
		for (var other : signed.getCertificates().getMatches(null)) {
			others.add(new JcaX509CertificateConverter().getCertificate(other));
		}
		var chain = this.authorities.behind(certificate, others, receivedAt);
		var revocation = chain.isPresent() ? revocation(chain.get(), along(signed), receivedAt)
				: MailSignature.Revocation.UNKNOWN;
		return new MailSignature(state(certificate, others, chain, receivedAt), addresses, chain.map(Chain::authority),
				at, revocation, Optional.of(digest(signer)));
	}

	private static String digest(SignerInformation signer) throws GeneralSecurityException {
		return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(signer.getSignature()));
	}

	/** What is known by now counts before what was known when the mail came. */
	private MailSignature.Revocation revocation(Chain chain, List<X509CRL> along, Instant receivedAt) {
		var lists = new ArrayList<>(this.lists.all());
		lists.addAll(along);
		return new RevocationCheck(lists).of(chain, List.of(this.clock.instant(), receivedAt));
	}

	/** Lists that came with the signature; each is signed by its authority. */
	private static List<X509CRL> along(CMSSignedData signed) throws GeneralSecurityException {
		var along = new ArrayList<X509CRL>();
		for (var list : signed.getCRLs().getMatches(null)) {
			if (along.size() < MOST_LISTS) {
				along.add(new JcaX509CRLConverter().getCRL(list));
			}
		}
		return along;
	}

	@SuppressWarnings("unchecked")
	private static Selector<X509CertificateHolder> sought(SignerInformation signer) {
		return signer.getSID();
	}

	private MailSignature.State state(X509Certificate certificate, Collection<X509Certificate> others,
			Optional<Chain> chain, Instant receivedAt) {
		if (chain.isPresent()) {
			return MailSignature.State.VALID;
		}
		var outside = receivedAt.isBefore(certificate.getNotBefore().toInstant())
				|| receivedAt.isAfter(certificate.getNotAfter().toInstant());
		var once = this.authorities.behind(certificate, others, certificate.getNotAfter().toInstant());
		return (outside && once.isPresent()) ? MailSignature.State.NOT_IN_FORCE : MailSignature.State.UNKNOWN_AUTHORITY;
	}

	private static boolean isForMail(X509Certificate certificate) throws GeneralSecurityException {
		var usage = certificate.getKeyUsage();
		var purposes = certificate.getExtendedKeyUsage();
		return (usage == null || usage[0] || usage[1])
				&& (purposes == null || purposes.stream().anyMatch(FOR_MAIL::contains));
	}

	private static Set<String> addresses(X509Certificate certificate, X509CertificateHolder holder)
			throws GeneralSecurityException {
		var found = new HashSet<String>();
		var names = certificate.getSubjectAlternativeNames();
		if (names != null) {
			names.stream()
				.filter((name) -> name.getFirst().equals(MAIL_ADDRESS))
				.forEach((name) -> found.add(lower(name.get(1))));
		}
		for (var field : holder.getSubject().getRDNs(BCStyle.EmailAddress)) {
			found.add(lower(IETFUtils.valueToString(field.getFirst().getValue())));
		}
		return found;
	}

	private static String lower(Object address) {
		return address.toString().toLowerCase(Locale.ROOT);
	}

	private static Optional<Instant> signedAt(SignerInformation signer) {
		var signed = signer.getSignedAttributes();
		var stated = (signed != null) ? signed.get(CMSAttributes.signingTime) : null;
		return (stated != null)
				? Optional.of(Time.getInstance(stated.getAttrValues().getObjectAt(0)).getDate().toInstant())
				: Optional.empty();
	}

}
