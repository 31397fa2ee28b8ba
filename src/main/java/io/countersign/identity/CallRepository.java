package io.countersign.identity;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Calls that changed something, by the key of their caller. */
@Repository
class CallRepository {

	private final JdbcClient database;

	CallRepository(JdbcClient database) {
		this.database = database;
	}

	/** Answers false where the caller has used the key before. */
	boolean begin(RepeatedCalls.Call call) {
		return this.database.sql("insert into api_call (caller, key, call) values (?, ?, ?) on conflict do nothing")
			.params(call.caller(), call.key(), call.path())
			.update() == 1;
	}

	void done(RepeatedCalls.Call call, byte[] body, int status, @Nullable String mediaType, byte[] answer) {
		this.database.sql("""
				update api_call set body = :body, status = :status, media_type = :type, answer = :answer
				where caller = :caller and key = :key
				""")
			.param("body", sha256(body))
			.param("status", status)
			.param("type", mediaType)
			.param("answer", answer)
			.param("caller", call.caller())
			.param("key", call.key())
			.update();
	}

	/** Nothing where the key was that of another call. */
	Optional<Answer> answerTo(RepeatedCalls.Call call, byte[] body) {
		return this.database.sql(
				"select status, media_type, answer from api_call where caller = ? and key = ? and call = ? and body = ?")
			.params(call.caller(), call.key(), call.path(), sha256(body))
			.query((row, _) -> new Answer(row.getInt("status"), row.getString("media_type"), row.getBytes("answer")))
			.optional();
	}

	private static String sha256(byte[] body) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** What the first call was answered. */
	record Answer(int status, @Nullable String mediaType, byte[] body) {
	}

}
