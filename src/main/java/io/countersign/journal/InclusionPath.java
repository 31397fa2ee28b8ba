package io.countersign.journal;

import java.util.ArrayList;
import java.util.List;

/**
 * Proves that one leaf is in a tree whose root is known, without the other leaves (RFC
 * 6962 section 2.1.1).
 *
 * @param index of the leaf, from 0
 * @param size of the tree
 * @param siblings from the leaf's neighbour upwards
 */
record InclusionPath(long index, long size, List<TreeHash> siblings) {

	InclusionPath {
		siblings = List.copyOf(siblings);
		if (index < 0 || index >= size) {
			throw new IllegalArgumentException("A tree of %d leaves has no leaf %d".formatted(size, index));
		}
	}

	/** The root of the only tree that has the leaf at this place. */
	TreeHash root(TreeHash leaf) {
		var left = new ArrayList<>(this.siblings);
		var root = root(leaf, this.index, this.size, left);
		if (!left.isEmpty()) {
			throw new IllegalArgumentException("The path is longer than the tree is high");
		}
		return root;
	}

	private static TreeHash root(TreeHash leaf, long index, long size, List<TreeHash> siblings) {
		if (size == 1) {
			return leaf;
		}
		if (siblings.isEmpty()) {
			throw new IllegalArgumentException("The path is shorter than the tree is high");
		}
		var sibling = siblings.removeLast();
		var split = split(size);
		return (index < split) ? root(leaf, index, split, siblings).and(sibling)
				: sibling.and(root(leaf, index - split, size - split, siblings));
	}

	/** The largest power of two below the size. */
	private static long split(long size) {
		return Long.highestOneBit(size - 1);
	}

	/** Finds the siblings while the leaves pass by in order, once for all. */
	static final class Search {

		private final long index;

		private final long size;

		private final List<Subtree> subtrees = new ArrayList<>();

		private long next;

		Search(long index, long size) {
			this.index = index;
			this.size = size;
			divide(0, size);
		}

		private void divide(long from, long to) {
			if (to - from == 1) {
				return;
			}
			var middle = from + split(to - from);
			if (this.index < middle) {
				divide(from, middle);
				this.subtrees.add(new Subtree(middle, to));
			}
			else {
				divide(middle, to);
				this.subtrees.add(new Subtree(from, middle));
			}
		}

		void pass(TreeHash leaf) {
			var place = this.next++;
			this.subtrees.stream()
				.filter((subtree) -> subtree.from <= place && place < subtree.to)
				.forEach((subtree) -> subtree.leaves = subtree.leaves.with(leaf));
		}

		InclusionPath path() {
			return new InclusionPath(this.index, this.size,
					this.subtrees.stream().map((subtree) -> subtree.leaves.root()).toList());
		}

	}

	private static final class Subtree {

		private final long from;

		private final long to;

		private Frontier leaves = Frontier.EMPTY;

		private Subtree(long from, long to) {
			this.from = from;
			this.to = to;
		}

	}

}
