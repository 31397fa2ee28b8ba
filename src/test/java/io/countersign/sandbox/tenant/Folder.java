package io.countersign.sandbox.tenant;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A folder with what has happened in it, in order. */
final class Folder {

	final String id;

	final String wellKnown;

	final String parent;

	final Map<String, Item> items = new LinkedHashMap<>();

	final List<Change> changes = new ArrayList<>();

	private final Map<String, Integer> latest = new HashMap<>();

	volatile String displayName;

	Folder(String id, String wellKnown, String displayName, String parent) {
		this.id = id;
		this.wellKnown = wellKnown;
		this.displayName = displayName;
		this.parent = parent;
	}

	/** What happened to an item here; {@code id} is the one that changes with moves. */
	record Change(Kind kind, Item item, String plainId) {
	}

	enum Kind {

		CREATED, UPDATED, DELETED,
		/** It was here before, and Graph forgets to say that it is again. */
		RETURNED

	}

	void happened(Kind kind, Item item, String plainId) {
		this.latest.put(item.immutableId, this.changes.size());
		this.changes.add(new Change(kind, item, plainId));
	}

	boolean knew(Item item) {
		return this.latest.containsKey(item.immutableId);
	}

	/** Whether nothing happened to the item of this change later. */
	boolean isLatest(int index) {
		return Integer.valueOf(index).equals(this.latest.get(this.changes.get(index).item().immutableId));
	}

	Map<String, Object> json(long children) {
		var json = new LinkedHashMap<String, Object>();
		json.put("id", this.id);
		json.put("displayName", this.displayName);
		json.put("parentFolderId", this.parent);
		json.put("childFolderCount", children);
		json.put("unreadItemCount", this.items.values().stream().filter((item) -> !item.read).count());
		json.put("totalItemCount", this.items.size());
		json.put("isHidden", false);
		return json;
	}

}
