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
	 * What was copied from one address is the same document, whatever has become of it.
	 * Files of one mail lie beside each other: only their names make them versions of one
	 * another.
	 */
	Kinship after(Candidate older) {
		if (this.file.address().isPresent() && this.file.address().equals(older.file.address())) {
			return Kinship.AT_ONE_ADDRESS;
		}
		var kinship = Kinship.of(older, this);
		var beside = this.file.brought().equals(older.file.brought())
				&& this.name.tie(older.name) != VersionName.Tie.SAME && !this.file.id().equals(older.file.id());
		return (beside && kinship.kind() == Kinship.Kind.VERSION) ? Kinship.BESIDE : kinship;
	}

}
