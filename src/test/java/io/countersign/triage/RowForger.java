package io.countersign.triage;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Changes one thing in the rows that a verdict rests on, as somebody who owns them. */
final class RowForger {

	private static final JsonMapper JSON = new JsonMapper();

	private static final String OF_VERDICT = "message = (select message from verdict where id = :verdict)";

	private final JdbcClient database;

	private final Random random;

	RowForger(JdbcClient database, Random random) {
		this.database = database;
		this.random = random;
	}

	/** Says what it has done. */
	String change(String verdict) {
		return switch (this.random.nextInt(8)) {
			case 0, 1 -> inJson("judgement", "facts", OF_VERDICT, verdict);
			case 2 -> inJson("judgement", "judged", OF_VERDICT, verdict);
			case 3 -> inJson("policy", "settings",
					"version = (select policy from judgement where %s)".formatted(OF_VERDICT), verdict);
			case 4, 5 -> inJson("verdict", "decision", "id = :verdict", verdict);
			case 6 -> column("judgement",
					List.of("raw = raw || '0'", "software = software || '.1'", "number = number + 1",
							"word = 'refused', judged = jsonb_set(judged, '{word}', '\"refused\"')"),
					OF_VERDICT, verdict);
			default -> column("verdict",
					List.of("state = case state when 'HELD' then 'ACTIVE' else 'HELD' end", "outcome = 'RETURNED'",
							"acted_by = 'x' || acted_by", "decided_for = 'x' || decided_for",
							"decided_at = decided_at + interval '1 hour'", "message = null"),
					"id = :verdict", verdict);
		};
	}

	private String column(String table, List<String> changes, String where, String verdict) {
		var sql = "update %s set %s where %s".formatted(table, changes.get(this.random.nextInt(changes.size())), where);
		this.database.sql(sql).param("verdict", verdict).update();
		return sql;
	}

	private String inJson(String table, String column, String where, String verdict) {
		var text = this.database.sql("select %s::text from %s where %s".formatted(column, table, where))
			.param("verdict", verdict)
			.query(String.class)
			.single();
		var json = JSON.readTree(text);
		var changes = new ArrayList<Runnable>();
		collect(json, changes);
		changes.get(this.random.nextInt(changes.size())).run();
		this.database.sql("update %s set %s = :json::jsonb where %s".formatted(table, column, where))
			.param("json", json.toString())
			.param("verdict", verdict)
			.update();
		return "%s.%s: %s".formatted(table, column, json);
	}

	/** A way to change each value that is neither a list nor an object. */
	private void collect(JsonNode json, List<Runnable> changes) {
		if (json instanceof ObjectNode object) {
			object.propertyStream().toList().forEach((one) -> {
				if (one.getValue().isValueNode()) {
					changes.add(() -> object.set(one.getKey(), other(one.getValue())));
				}
				collect(one.getValue(), changes);
			});
		}
		if (json instanceof ArrayNode array) {
			for (var at = 0; at < array.size(); at++) {
				var place = at;
				if (array.get(at).isValueNode()) {
					changes.add(() -> array.set(place, other(array.get(place))));
				}
				collect(array.get(at), changes);
			}
		}
	}

	private JsonNode other(JsonNode value) {
		var nodes = JSON.getNodeFactory();
		return switch (value.getNodeType()) {
			case BOOLEAN -> nodes.booleanNode(!value.asBoolean());
			case NUMBER -> nodes.numberNode(value.decimalValue().add(BigDecimal.ONE));
			case STRING -> nodes.stringNode(value.asString() + "x");
			default -> nodes.stringNode("x");
		};
	}

}
