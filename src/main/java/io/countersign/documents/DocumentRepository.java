package io.countersign.documents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.countersign.work.Claim;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was read of the files, and which of them lie in which. */
@Repository
class DocumentRepository {

	private final JdbcClient database;

	private final JdbcTemplate batches;

	DocumentRepository(JdbcTemplate database) {
		this.database = JdbcClient.create(database);
		this.batches = database;
	}

	/**
	 * A file that is to be read.
	 *
	 * @param root the file of a mail it was first found in, or itself
	 */
	record Unread(Named file, long size, DocumentId root, int depth) {
	}

	/** How much has been found within a file of a mail, over all levels. */
	record Filled(int files, long bytes) {
	}

	/**
	 * In the order of the ids, so that two writers of the same files cannot deadlock. One
	 * that was found deeper in another before is read once more: what was left out of it
	 * for that is no rule here. Answers whether any is to be read.
	 */
	boolean add(Collection<Named> files, @Nullable DocumentId root, int depth) {
		var rows = files.stream()
			.sorted(Comparator.comparing(Named::id))
			.map((file) -> new Object[] { file.id().sha256(), file.id().bytes(), file.name(), file.declaredType(),
					((root != null) ? root : file.id()).sha256(), depth })
			.toList();
		var added = this.batches.batchUpdate("""
				insert into document (id, sha256, name, declared_type, root, depth) values (?, ?, ?, ?, ?, ?)
				on conflict (id) do update set root = excluded.root, depth = excluded.depth, due_at = now(),
					attempts = document.attempts + 1, returns = document.returns + 1
				where document.depth > excluded.depth
				""", rows);
		return Arrays.stream(added).anyMatch((count) -> count != 0);
	}

	Optional<Unread> unread(Claim claim) {
		return this.database.sql("""
				select d.id, d.name, d.declared_type, d.root, d.depth, b.size from document d join blob b using (sha256)
				where d.id = :id and d.attempts = :attempts
				""")
			.param("id", claim.id())
			.param("attempts", claim.attempts())
			.query((row, _) -> new Unread(
					new Named(new DocumentId(row.getString("id")), row.getString("name"),
							row.getString("declared_type")),
					row.getLong("size"), new DocumentId(row.getString("root")), row.getInt("depth")))
			.optional();
	}

	/** Answers false when somebody else holds the file by now, or it is forgotten. */
	boolean write(Claim claim, Outcome outcome, Optional<TextPrint> print, List<String> remarks) {
		var unreadable = outcome.problem().isPresent();
		return this.database
			.sql("""
					update document set state = :state, reason = :reason, media_type = :type, title = :title,
						language = :language, pages = :pages, width = :width, height = :height, text = :text,
						print = :print, remarks = :remarks, read_at = now(), due_at = null, returns = attempts, failures = 0, problem = null
					where id = :id and attempts = :attempts
					""")
			.param("state", (unreadable ? DocumentText.State.UNREADABLE : DocumentText.State.READ).name())
			.param("reason", outcome.problem().orElse(null))
			.param("type", outcome.fact("type").orElse(null))
			.param("title", outcome.fact("title").orElse(null))
			.param("language", outcome.fact("language").orElse(null))
			.param("pages", outcome.number("pages").orElse(null))
			.param("width", outcome.number("width").orElse(null))
			.param("height", outcome.number("height").orElse(null))
			.param("text", unreadable ? null : outcome.text())
			.param("print", print.map(TextPrint::bytes).orElse(null))
			.param("remarks", remarks.toArray(String[]::new))
			.param("id", claim.id())
			.param("attempts", claim.attempts())
			.update() == 1;
	}

	void giveUp(Claim claim, String reason) {
		this.database
			.sql("""
					update document set state = 'UNREADABLE', reason = :reason, read_at = now(), due_at = null, returns = attempts
					where id = :id and attempts = :attempts
					""")
			.param("reason", reason)
			.param("id", claim.id())
			.param("attempts", claim.attempts())
			.update();
	}

	/** Nobody else can put anything into the file until this transaction ends. */
	Filled lock(DocumentId root) {
		this.database.sql("select 1 from document where id = :root for update")
			.param("root", root.sha256())
			.query((_) -> {
			});
		return this.database.sql("""
				select count(*) as files, coalesce(sum(b.size), 0) as bytes
				from document d join document_part p on p.parent = d.id join document c on c.id = p.child
					join blob b on b.sha256 = c.sha256
				where d.root = :root
				""")
			.param("root", root.sha256())
			.query((row, _) -> new Filled(row.getInt("files"), row.getLong("bytes")))
			.single();
	}

	void addParts(DocumentId parent, List<Part> parts) {
		this.batches.batchUpdate("delete from document_part where parent = ?",
				List.<Object[]>of(new Object[] { parent.sha256() }));
		this.batches.batchUpdate("""
				insert into document_part (parent, position, child, name, written_name, path, declared_type, role)
				values (?, ?, ?, ?, ?, ?, ?, ?)
				""",
				parts.stream()
					.map((part) -> new Object[] { parent.sha256(), part.position(), part.file().id().sha256(),
							part.file().name(), part.writtenName(), part.path(), part.file().declaredType(),
							part.inline() ? "INLINE" : "ATTACHMENT" })
					.toList());
	}

	/** A file within a file, as it is written down. */
	record Part(int position, Named file, String writtenName, String path, boolean inline) {
	}

	/** A part with what is known of it. */
	record Row(DocumentId parent, Part part, long size, DocumentText text) {
	}

	/** The parts of these files and of the files within them, each once. */
	List<Row> within(Collection<DocumentId> files, int depth) {
		return this.database
			.sql("""
					with recursive inside as (
						select p.parent, p.position, p.child, 1 as depth from document_part p where p.parent = any(:files)
						union
						select p.parent, p.position, p.child, i.depth + 1 from inside i join document_part p on p.parent = i.child
						where i.depth < :depth
					), parts as (
						select distinct parent, position from inside
					)
					select p.*, d.state, d.reason, d.media_type, d.title, d.language, d.pages, d.width, d.height, d.remarks,
						b.size from parts join document_part p using (parent, position)
						join document d on d.id = p.child join blob b on b.sha256 = d.sha256
					order by p.parent, p.position
					limit 5000
					""")
			.param("files", ids(files))
			.param("depth", depth)
			.query((row, _) -> new Row(new DocumentId(row.getString("parent")),
					new Part(row.getInt("position"),
							new Named(new DocumentId(row.getString("child")), row.getString("name"),
									row.getString("declared_type")),
							row.getString("written_name"), row.getString("path"),
							row.getString("role").equals("INLINE")),
					row.getLong("size"), text(row)))
			.list();
	}

	Map<DocumentId, DocumentText> texts(Collection<DocumentId> files) {
		var texts = new HashMap<DocumentId, DocumentText>();
		this.database.sql("""
				select id, state, reason, media_type, title, language, pages, width, height, remarks from document
				where id = any(:files)
				""").param("files", ids(files)).query((row) -> {
			texts.put(id(row), text(row));
		});
		return texts;
	}

	Optional<String> text(DocumentId file) {
		return this.database.sql("select text from document where id = :id and text is not null")
			.param("id", file.sha256())
			.query(String.class)
			.optional();
	}

	/** What is remembered of the texts of these files. */
	Map<DocumentId, TextPrint> prints(Collection<DocumentId> files) {
		var prints = new HashMap<DocumentId, TextPrint>();
		this.database.sql("select id, print from document where id = any(:files) and print is not null")
			.param("files", ids(files))
			.query((row) -> {
				var id = id(row);
				TextPrint.read(row.getBytes("print")).ifPresent((print) -> prints.put(id, print));
			});
		return prints;
	}

	/** Those of these files that have a text of which nothing is remembered. */
	List<DocumentId> withoutPrint(Collection<DocumentId> files) {
		return this.database
			.sql("select id from document where id = any(:files) and print is null and text is not null")
			.param("files", ids(files))
			.query((row, _) -> id(row))
			.list();
	}

	void remember(DocumentId file, TextPrint print) {
		this.database.sql("update document set print = :print where id = :id")
			.param("print", print.bytes())
			.param("id", file.sha256())
			.update();
	}

	private static DocumentId id(ResultSet row) throws SQLException {
		return new DocumentId(row.getString("id"));
	}

	/** The files that lie in these and in no others, and that no mail brought. */
	List<DocumentId> onlyWithin(Collection<DocumentId> files) {
		return this.database
			.sql("""
					select distinct d.id from document_part p join document d on d.id = p.child join blob b on b.sha256 = d.sha256
					where p.parent = any(:files) and b.found and not d.id = any(:files)
						and not exists (
							select 1 from document_part other where other.child = d.id and not other.parent = any(:files)
						)
					""")
			.param("files", ids(files))
			.query((row, _) -> new DocumentId(row.getString("id")))
			.list();
	}

	/** Those that lie in others that stay. */
	List<DocumentId> alsoWithinOthers(Collection<DocumentId> files) {
		return this.database.sql("""
				select distinct child from document_part where child = any(:files) and not parent = any(:files)
				""").param("files", ids(files)).query((row, _) -> new DocumentId(row.getString("child"))).list();
	}

	private static String[] ids(Collection<DocumentId> files) {
		return files.stream().map(DocumentId::sha256).toArray(String[]::new);
	}

	private static DocumentText text(ResultSet row) throws SQLException {
		var picture = (row.getObject("width") != null && row.getObject("height") != null)
				? Optional.of(new DocumentText.Picture(row.getInt("width"), row.getInt("height")))
				: Optional.<DocumentText.Picture>empty();
		return new DocumentText(DocumentText.State.valueOf(row.getString("state")),
				Optional.ofNullable(row.getString("reason")), Optional.ofNullable(row.getString("media_type")),
				Optional.ofNullable(row.getString("title")), Optional.ofNullable(row.getString("language")),
				Optional.ofNullable((Integer) row.getObject("pages")), picture,
				Stream.of((String[]) row.getArray("remarks").getArray()).toList());
	}

}
