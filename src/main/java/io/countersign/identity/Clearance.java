package io.countersign.identity;

/**
 * How far somebody may see.
 *
 * @param everything whether a role shows him also what he has no part in
 */
public record Clearance(EmailAddress person, boolean everything) {

	/** Of the person who makes this request. */
	public static Clearance of(Person person) {
		return new Clearance(person.address(), AppRole.REVIEW.isHeld() || AppRole.AUDIT.isHeld());
	}

	/** The same on the board, which is all that a screen on a wall may see. */
	public static Clearance onBoard(Person person) {
		return new Clearance(person.address(), of(person).everything() || AppRole.WALL.isHeld());
	}

}
