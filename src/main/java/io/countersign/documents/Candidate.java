package io.countersign.documents;

/** A file with what its name and its type say, worked out once. */
record Candidate(VersionedFile file, VersionName name, Family family) {

	static Candidate of(VersionedFile file) {
		return new Candidate(file, VersionName.of(file.name()), Family.of(file.name(), file.type()));
	}

	/** Exactly the same. */
	boolean isCalledLike(Candidate other) {
		return this.file.name().equals(other.file.name());
	}

	/**
	 * Files of one mail lie beside each other: only their names make them versions of one
	 * another.
	 */
	Kinship after(Candidate older) {
		var kinship = Kinship.of(older, this);
		var beside = this.file.brought().equals(older.file.brought())
				&& this.name.tie(older.name) != VersionName.Tie.SAME && !this.file.id().equals(older.file.id());
		return (beside && kinship.kind() == Kinship.Kind.VERSION) ? Kinship.BESIDE : kinship;
	}

}
