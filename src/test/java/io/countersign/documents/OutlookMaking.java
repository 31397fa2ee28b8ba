package io.countersign.documents;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Date;

import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** Makes what Outlook and Exchange make: .msg, winmail.dat, signed containers. */
final class OutlookMaking {

	private OutlookMaking() {
	}

	/** A .msg with a file and a mail within it. */
	static byte[] msg(Prose prose, String fileName, byte[] file, Prose inner) {
		return Making.written((out) -> {
			try (var ole = new POIFSFileSystem()) {
				message(ole.getRoot(), prose, 32);
				attach(ole.getRoot(), fileName, file);
				var mail = ole.getRoot().createDirectory("__attach_version1.0_#00000001");
				bytes(mail, "__properties_version1.0", new byte[8]);
				text(mail, "3001", inner.title());
				message(mail.createDirectory("__substg1.0_3701000D"), inner, 24);
				ole.writeFilesystem(out);
			}
		});
	}

	/** A .msg with this text and a file. */
	static byte[] msg(String text, String fileName, byte[] file) {
		return Making.written((out) -> {
			try (var ole = new POIFSFileSystem()) {
				message(ole.getRoot(), "Referat", text, 32);
				attach(ole.getRoot(), fileName, file);
				ole.writeFilesystem(out);
			}
		});
	}

	/** A .msg whose words are nowhere but in one property, for instance in its HTML. */
	static byte[] saved(String subject, String property, byte[] words) {
		return Making.written((out) -> {
			try (var ole = new POIFSFileSystem()) {
				bytes(ole.getRoot(), "__properties_version1.0", new byte[32]);
				text(ole.getRoot(), "001A", "IPM.Note");
				text(ole.getRoot(), "0037", subject);
				bytes(ole.getRoot(), "__substg1.0_" + property, words);
				ole.writeFilesystem(out);
			}
		});
	}

	/** MS-OXRTFCP 2.1.3.1.1: rich text that is not compressed. */
	static byte[] uncompressed(String rtf) {
		var words = rtf.getBytes(StandardCharsets.US_ASCII);
		return little(16 + words.length).putInt(words.length + 12)
			.putInt(words.length)
			.putInt(0x414C454D)
			.putInt(0)
			.put(words)
			.array();
	}

	private static void attach(DirectoryEntry at, String fileName, byte[] file) throws IOException {
		var attachment = at.createDirectory("__attach_version1.0_#00000000");
		bytes(attachment, "__properties_version1.0", new byte[8]);
		text(attachment, "3707", fileName);
		bytes(attachment, "__substg1.0_37010102", file);
	}

	private static void message(DirectoryEntry at, Prose prose, int header) throws IOException {
		message(at, prose.title(), prose.sentence(), header);
	}

	private static void message(DirectoryEntry at, String subject, String text, int header) throws IOException {
		bytes(at, "__properties_version1.0", new byte[header]);
		text(at, "001A", "IPM.Note");
		text(at, "0037", subject);
		text(at, "0C1A", "Dan Friis");
		text(at, "1000", text);
	}

	private static void text(DirectoryEntry at, String property, String text) throws IOException {
		bytes(at, "__substg1.0_" + property + "001F", text.getBytes(StandardCharsets.UTF_16LE));
	}

	private static void bytes(DirectoryEntry at, String name, byte[] bytes) throws IOException {
		at.createDocument(name, new ByteArrayInputStream(bytes));
	}

	/** MS-OXTNEF 2.1: attributes with level, id, length, data and checksum. */
	static byte[] tnef(String subject, String fileName, byte[] file) {
		var out = new ByteArrayOutputStream();
		out.writeBytes(little(6).putInt(0x223E9F78).putShort((short) 1).array());
		attribute(out, 1, 0x00089006, little(4).putInt(0x00010000).array());
		attribute(out, 1, 0x00018004, zeroEnded(subject));
		attribute(out, 2, 0x00069002, new byte[14]);
		attribute(out, 2, 0x00018010, zeroEnded(fileName));
		attribute(out, 2, 0x0006800F, file);
		return out.toByteArray();
	}

	private static void attribute(ByteArrayOutputStream out, int level, int id, byte[] data) {
		var sum = 0;
		for (var one : data) {
			sum += one & 0xff;
		}
		out.write(level);
		out.writeBytes(little(8).putInt(id).putInt(data.length).array());
		out.writeBytes(data);
		out.writeBytes(little(2).putShort((short) sum).array());
	}

	private static byte[] zeroEnded(String text) {
		return (text + "\0").getBytes(StandardCharsets.ISO_8859_1);
	}

	private static ByteBuffer little(int size) {
		return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
	}

	/** RFC 8551 3.5.2: a mail inside a signature. */
	static byte[] signed(byte[] mail) {
		try {
			var generator = KeyPairGenerator.getInstance("RSA");
			generator.initialize(2048);
			var keys = generator.generateKeyPair();
			var signer = new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate());
			var name = new X500Name("CN=Dan Friis");
			var now = Instant.parse("2026-11-26T08:00:00Z");
			var certificate = new JcaX509v3CertificateBuilder(name, BigInteger.ONE, Date.from(now),
					Date.from(now.plusSeconds(86_400)), name, keys.getPublic())
				.build(signer);
			var container = new CMSSignedDataGenerator();
			container.addCertificate(certificate);
			container.addSignerInfoGenerator(
					new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build()).build(signer,
							certificate));
			return container.generate(new CMSProcessableByteArray(mail), true).getEncoded();
		}
		catch (GeneralSecurityException | OperatorCreationException | CMSException | IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
