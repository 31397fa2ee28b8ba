package io.countersign.verdicts.signature;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;

import io.countersign.intake.SealedMail;
import io.countersign.verdicts.MailSignature;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaCRLStore;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * Somebody with a certificate for mail, or an authority that gives them out.
 *
 * @param lists of revoked certificates, which go along with each signature
 */
public record Signer(X509Certificate certificate, KeyPair keys, List<X509Certificate> chain, List<X509CRL> lists) {

	public static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

	private static final String BOUNDARY = "=_signed";

	public static Signer authority(String name) throws Exception {
		var keys = newKeys();
		var own = new X500Name("CN=" + name);
		var builder = new JcaX509v3CertificateBuilder(own, serial(), date(-3_650), date(3_650), own, keys.getPublic());
		builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
		return signed(builder, keys, keys, List.of());
	}

	/**
	 * Days are counted from {@link #NOW}.
	 * @param places where lists and answers about it are said to be had
	 */
	public Signer issue(String address, int fromDay, int toDay, String... places) throws Exception {
		var keys = newKeys();
		var builder = new JcaX509v3CertificateBuilder(this.certificate, serial(), date(fromDay), date(toDay),
				new X500Name("CN=Somebody"), keys.getPublic());
		builder.addExtension(Extension.subjectAlternativeName, false,
				new GeneralNames(new GeneralName(GeneralName.rfc822Name, address)));
		for (var place : places) {
			var name = new GeneralName(GeneralName.uniformResourceIdentifier, place);
			builder.addExtension(Extension.cRLDistributionPoints, false, new CRLDistPoint(new DistributionPoint[] {
					new DistributionPoint(new DistributionPointName(new GeneralNames(name)), null, null) }));
			builder.addExtension(Extension.authorityInfoAccess, false,
					new AuthorityInformationAccess(AccessDescription.id_ad_ocsp, name));
		}
		return signed(builder, keys, this.keys, List.of(this.certificate));
	}

	/** Another authority under this one. */
	public Signer authorityBelow(String name) throws Exception {
		var keys = newKeys();
		var builder = new JcaX509v3CertificateBuilder(this.certificate, serial(), date(-3_650), date(3_650),
				new X500Name("CN=" + name), keys.getPublic());
		builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
		return signed(builder, keys, this.keys, List.of(this.certificate));
	}

	/**
	 * The list of what this authority has revoked; days are counted from {@link #NOW}.
	 */
	public X509CRL revoking(int fromDay, int toDay, Signer... revoked) throws Exception {
		var builder = new JcaX509v2CRLBuilder(this.certificate, date(fromDay));
		builder.setNextUpdate(date(toDay));
		for (var one : revoked) {
			builder.addCRLEntry(one.certificate.getSerialNumber(), date(fromDay - 1), CRLReason.keyCompromise);
		}
		return new JcaX509CRLConverter()
			.getCRL(builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(this.keys.getPrivate())));
	}

	/** The same person, whose signatures bring these certificates along. */
	Signer withChain(X509Certificate... links) {
		return new Signer(this.certificate, this.keys, List.of(links), this.lists);
	}

	/** The same person, whose signatures bring these lists along. */
	public Signer bringing(X509CRL... along) {
		return new Signer(this.certificate, this.keys, this.chain, List.of(along));
	}

	/** A whole mail that says so, signed. */
	public String mail(String words, Instant at, String digest) throws Exception {
		var part = part(words);
		var made = signed(part, at, digest, false);
		return """
				From: Anna Holm <anna.holm@min.example>
				MIME-Version: 1.0
				Content-Type: multipart/signed; protocol="application/pkcs7-signature"; micalg=sha-256; boundary="%s"

				This is a signed mail.
				--%s
				%s
				--%s
				Content-Type: application/pkcs7-signature; name=smime.p7s
				Content-Transfer-Encoding: base64

				%s
				--%s--
				""".replace("\n", "\r\n")
			.formatted(BOUNDARY, BOUNDARY, part, BOUNDARY, Base64.getMimeEncoder().encodeToString(made), BOUNDARY);
	}

	/** A mail whose text lies inside its signature. */
	public String sealed(String words, Instant at) throws Exception {
		return container("signed-data", signed(part(words), at, "SHA256", true));
	}

	/** A mail that only this person can read. */
	public String encrypted(String words) throws Exception {
		var generator = new CMSEnvelopedDataGenerator();
		generator.addRecipientInfoGenerator(new JceKeyTransRecipientInfoGenerator(this.certificate));
		var made = generator.generate(new CMSProcessableByteArray(part(words).getBytes(StandardCharsets.UTF_8)),
				new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_CBC).build());
		return container("enveloped-data", made.getEncoded());
	}

	/** A mail that is nothing but such a container. */
	public static String container(String type, byte[] content) {
		return """
				From: Anna Holm <anna.holm@min.example>
				MIME-Version: 1.0
				Content-Type: application/pkcs7-mime; smime-type=%s; name=smime.p7m
				Content-Transfer-Encoding: base64

				%s
				""".replace("\n", "\r\n").formatted(type, Base64.getMimeEncoder().encodeToString(content));
	}

	private static String part(String words) {
		return "Content-Type: text/plain; charset=utf-8\r\n\r\n" + words;
	}

	private byte[] signed(String part, Instant at, String digest, boolean within) throws Exception {
		var generator = new CMSSignedDataGenerator();
		var attributes = new ASN1EncodableVector();
		attributes.add(new Attribute(CMSAttributes.signingTime, new DERSet(new Time(Date.from(at)))));
		generator
			.addSignerInfoGenerator(new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
				.setSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(new AttributeTable(attributes)))
				.build(new JcaContentSignerBuilder(digest + "withRSA").build(this.keys.getPrivate()),
						this.certificate));
		var along = new ArrayList<>(this.chain);
		along.add(this.certificate);
		generator.addCertificates(new JcaCertStore(along));
		generator.addCRLs(new JcaCRLStore(this.lists));
		return generator.generate(new CMSProcessableByteArray(part.getBytes(StandardCharsets.UTF_8)), within)
			.getEncoded();
	}

	static Optional<MailSignature> readSealed(String mail, X509Certificate... authorities) {
		return SealedMail.of(mail.getBytes(StandardCharsets.ISO_8859_1))
			.map((sealed) -> reader(Optional.empty(), NOW, authorities).read(sealed, NOW));
	}

	static MailSignature read(String mail, X509Certificate... authorities) {
		return read(mail, Optional.empty(), NOW, authorities);
	}

	/** A mail that came at {@link #NOW} and is read later. */
	static MailSignature read(String mail, Optional<Path> lists, Instant now, X509Certificate... authorities) {
		return reader(lists, now, authorities).read(mail.getBytes(StandardCharsets.UTF_8), BOUNDARY, NOW);
	}

	private static SignatureReader reader(Optional<Path> lists, Instant now, X509Certificate... authorities) {
		return new SignatureReader(Authorities.of(List.of(authorities)), new RevocationLists(lists),
				Clock.fixed(now, ZoneOffset.UTC));
	}

	private static Signer signed(JcaX509v3CertificateBuilder builder, KeyPair own, KeyPair by,
			List<X509Certificate> chain) throws Exception {
		var signer = new JcaContentSignerBuilder("SHA256withRSA").build(by.getPrivate());
		return new Signer(new JcaX509CertificateConverter().getCertificate(builder.build(signer)), own, chain,
				List.of());
	}

	private static KeyPair newKeys() throws Exception {
		var generator = KeyPairGenerator.getInstance("RSA");
		generator.initialize(2_048);
		return generator.generateKeyPair();
	}

	private static BigInteger serial() {
		return new BigInteger(64, new SecureRandom()).add(BigInteger.ONE);
	}

	private static Date date(int day) {
		return Date.from(NOW.plusSeconds(86_400L * day));
	}

}
