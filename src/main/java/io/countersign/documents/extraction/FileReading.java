package io.countersign.documents.extraction;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.util.IOUtils;
import org.apache.tika.detect.DefaultDetector;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.ZeroByteFileException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.Office;
import org.apache.tika.metadata.PagedText;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.AutoDetectParserConfig;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.csv.TextAndCSVParser;
import org.apache.tika.parser.epub.EpubParser;
import org.apache.tika.parser.html.JSoupParser;
import org.apache.tika.parser.mail.RFC822Parser;
import org.apache.tika.parser.mbox.MboxParser;
import org.apache.tika.parser.microsoft.OfficeParser;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.parser.microsoft.OldExcelParser;
import org.apache.tika.parser.microsoft.TNEFParser;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.microsoft.rtf.RTFParser;
import org.apache.tika.parser.odf.FlatOpenDocumentParser;
import org.apache.tika.parser.odf.OpenDocumentParser;
import org.apache.tika.parser.pdf.PDFParser;
import org.apache.tika.parser.pdf.PDFParserConfig;
import org.apache.tika.parser.pkg.CompressorParser;
import org.apache.tika.parser.pkg.PackageParser;
import org.apache.tika.parser.txt.TXTParser;
import org.apache.tika.parser.xml.DcXMLParser;
import org.apache.tika.sax.BodyContentHandler;
import org.xml.sax.SAXException;

/** Reads one file with the parsers named here and no others (AT-3). */
final class FileReading {

	private static final long MEMORY_FOR_PDF = 64L << 20;

	/** Only what grows beyond this is asked how much it has grown. */
	private static final long MAY_GROW = 1L << 20;

	private final ReadingLimits limits;

	private final Answer answer;

	private final AutoDetectParser parser;

	FileReading(ReadingLimits limits, Answer answer) {
		this.limits = limits;
		this.answer = answer;
		ZipSecureFile.setMinInflateRatio(1.0 / limits.ratio());
		ZipSecureFile.setMaxEntrySize(limits.unpacked().toBytes());
		ZipSecureFile.setMaxTextSize(limits.characters());
		IOUtils.setMaxByteArrayInitSize((int) Math.min(limits.heap().toBytes() / 4, Integer.MAX_VALUE));
		this.parser = new AutoDetectParser(new DefaultDetector(), new PDFParser(), new OfficeParser(),
				new OldExcelParser(), new OOXMLParser(), new OpenDocumentParser(), new FlatOpenDocumentParser(),
				new RTFParser(), new EpubParser(), new JSoupParser(), new DcXMLParser(), new TextAndCSVParser(),
				new CalendarParser(), new MboxParser(), new TXTParser(), new RFC822Parser(), new TNEFParser(),
				new SignedParser(), new PackageParser(), new SevenZipParser(limits.heap().toBytes() / 2),
				new CompressorParser());
		this.parser.setAutoDetectParserConfig(
				new AutoDetectParserConfig(null, MAY_GROW, (long) limits.ratio(), limits.xmlDepth(), limits.depth()));
	}

	void read(Path file, String name, String declaredType) throws IOException {
		var metadata = new Metadata();
		metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
		if (!declaredType.isEmpty()) {
			metadata.set(Metadata.CONTENT_TYPE, declaredType);
		}
		var text = new TextLimit(this.answer, this.limits.characters());
		try (var stream = TikaInputStream.get(file, metadata)) {
			var type = this.parser.getDetector().detect(stream, metadata);
			this.answer.fact("type", type.getBaseType().toString());
			if (measure(type, file).filter((size) -> size.isLargerThan(this.limits.megapixels())).isPresent()) {
				this.answer.problem("It is a picture of more than %d megapixels.".formatted(this.limits.megapixels()));
				return;
			}
			if (!isReadable(type)) {
				this.answer.problem("There is no text to be read in a file of type " + type.getBaseType() + ".");
				return;
			}
			var contents = new Contents(type, Files.size(file), this.limits, this.answer);
			this.parser.parse(stream, new BodyContentHandler(text), metadata, context(contents));
			text.flush();
		}
		catch (Exception | LinkageError | StackOverflowError ex) {
			// A class that cannot be had is the file's misfortune, not the next one's.
			failed(ex, text);
		}
		facts(metadata, text);
	}

	private ParseContext context(Contents contents) {
		var pdf = new PDFParserConfig();
		pdf.setOcrStrategy(PDFParserConfig.OCR_STRATEGY.NO_OCR);
		pdf.setExtractInlineImages(false);
		// Reading a form's fields would read its XFA as well.
		pdf.setExtractAcroFormContent(false);
		pdf.setExtractActions(false);
		pdf.setMaxMainMemoryBytes(MEMORY_FOR_PDF);
		var office = new OfficeParserConfig();
		office.setExtractMacros(false);
		office.setUseSAXDocxExtractor(true);
		office.setUseSAXPptxExtractor(true);
		office.setIncludeDeletedContent(false);
		var context = new ParseContext();
		context.set(PDFParserConfig.class, pdf);
		context.set(OfficeParserConfig.class, office);
		context.set(EmbeddedDocumentExtractor.class, contents);
		// Where the reader of mails finds who reads the text of its parts.
		context.set(Parser.class, this.parser);
		return context;
	}

	private boolean isReadable(MediaType type) {
		var registry = this.parser.getMediaTypeRegistry();
		var known = this.parser.getSupportedTypes(new ParseContext());
		return Stream.iterate(type.getBaseType(), (one) -> one != null, registry::getSupertype)
			.anyMatch((one) -> known.contains(registry.normalize(one)));
	}

	private Optional<PictureSize> measure(MediaType type, Path file) throws IOException {
		if (!type.getType().equals("image")) {
			return Optional.empty();
		}
		try (var stream = new BufferedInputStream(Files.newInputStream(file))) {
			var size = PictureSize.of(type.getBaseType().toString(), stream);
			if (size.isPresent()) {
				this.answer.fact("width", Integer.toString(size.get().width()));
				this.answer.fact("height", Integer.toString(size.get().height()));
			}
			return size;
		}
	}

	private void failed(Throwable failure, TextLimit text) throws IOException {
		for (var cause = failure; cause != null; cause = cause.getCause()) {
			switch (cause) {
				case TextLimit.TextLimitReached _ -> {
					this.answer.remark("Its text is longer than %d characters; the rest was left out."
						.formatted(this.limits.characters()));
					return;
				}
				case Contents.Enough enough -> {
					this.answer.remark(String.valueOf(enough.getMessage()));
					text.flush();
					return;
				}
				case ZeroByteFileException _ -> {
					return;
				}
				default -> {
				}
			}
		}
		this.answer.problem(sentence(failure));
	}

	private static String sentence(Throwable failure) {
		for (var cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof EncryptedDocumentException
					|| cause instanceof org.apache.poi.EncryptedDocumentException) {
				return "It is protected by a password.";
			}
			var message = String.valueOf(cause.getMessage());
			if (message.contains("zip bomb") || message.contains("Zip bomb")) {
				return "It would unpack to far more than its size, so it is not read.";
			}
		}
		var what = switch (failure) {
			case StackOverflowError _ -> "it is nested too deeply";
			case TikaException _, SAXException _, IOException _ -> "it is damaged or not what its type says";
			default -> "its form is not understood";
		};
		return "It cannot be read: %s (%s).".formatted(what, innermost(failure).getClass().getSimpleName());
	}

	private static Throwable innermost(Throwable failure) {
		var inner = failure;
		for (var cause = inner.getCause(); cause != null && cause != inner; cause = inner.getCause()) {
			inner = cause;
		}
		return inner;
	}

	private void facts(Metadata metadata, TextLimit text) throws IOException {
		var title = Optional.ofNullable(metadata.get(TikaCoreProperties.TITLE)).filter((one) -> !one.isBlank());
		if (title.isPresent()) {
			this.answer.fact("title", title.get().strip());
		}
		var pages = Stream.of(PagedText.N_PAGES, Office.PAGE_COUNT, Office.SLIDE_COUNT)
			.map(metadata::getInt)
			.filter((count) -> count != null && count > 0)
			.findFirst();
		if (pages.isPresent()) {
			this.answer.fact("pages", pages.get().toString());
		}
		var language = Language.of(text.beginning());
		if (language.isPresent()) {
			this.answer.fact("language", language.get());
		}
	}

}
