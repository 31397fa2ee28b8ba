package io.countersign.documents.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedDataParser;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * Takes the mail out of an S/MIME container that is signed and not encrypted. It does not
 * look at the signature.
 */
final class SignedParser implements Parser {

	private static final Set<MediaType> TYPES = Set.of(MediaType.application("pkcs7-mime"),
			MediaType.application("x-pkcs7-mime"), MediaType.application("pkcs7-signature"),
			MediaType.application("x-pkcs7-signature"));

	@Override
	public Set<MediaType> getSupportedTypes(ParseContext context) {
		return TYPES;
	}

	@Override
	public void parse(InputStream stream, ContentHandler handler, Metadata metadata, ParseContext context)
			throws IOException, SAXException, TikaException {
		try {
			var signed = new CMSSignedDataParser(new JcaDigestCalculatorProviderBuilder().build(), stream);
			var content = signed.getSignedContent();
			if (content == null) {
				// A signature whose mail stands beside it.
				return;
			}
			var within = new Metadata();
			within.set(TikaCoreProperties.RESOURCE_NAME_KEY, "signed.eml");
			within.set(Metadata.CONTENT_TYPE, "message/rfc822");
			context.get(EmbeddedDocumentExtractor.class)
				.parseEmbedded(content.getContentStream(), handler, within, false);
		}
		catch (CMSException | OperatorCreationException ex) {
			throw new TikaException("Not a signed container", ex);
		}
	}

}
