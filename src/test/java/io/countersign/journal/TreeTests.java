package io.countersign.journal;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class TreeTests {

	/** Leaves and roots that implementations of Certificate Transparency agree on. */
	private static final List<String> LEAVES = List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657",
			"606162636465666768696a6b6c6d6e6f");

	private static final List<String> ROOTS = List.of(
			"6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
			"fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
			"aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
			"d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
			"4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
			"76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
			"ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
			"5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

	@Test
	void AU_03_theRootIsTheOneOfRfc6962() {
		assertThat(TreeHash.EMPTY.hex()).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
		var tree = Frontier.EMPTY;
		assertThat(tree.root()).isEqualTo(TreeHash.EMPTY);
		for (var number = 0; number < LEAVES.size(); number++) {
			tree = tree.with(TreeHash.ofEntry(LEAVES.get(number)));
			assertThat(tree.root().hex()).isEqualTo(ROOTS.get(number));
			assertThat(Frontier.of(tree.size(), tree.text())).isEqualTo(tree);
		}
	}

	@Test
	void AU_04_aPathLeadsFromItsLeafToTheRootAndFromNoOther() {
		for (var size = 1; size <= 70; size++) {
			var root = tree(size).root();
			for (var index = 0; index < size; index++) {
				var path = path(index, size);
				assertThat(path.root(leaf(index))).isEqualTo(root);
				assertThat(path.root(leaf(index + 1))).isNotEqualTo(root);
			}
		}
	}

	@Test
	void aPathOfTheWrongLengthProvesNothing() {
		var path = path(5, 13);
		var longer = new InclusionPath(5, 13,
				Stream.concat(path.siblings().stream(), path.siblings().stream()).toList());
		var shorter = new InclusionPath(5, 13, path.siblings().subList(1, path.siblings().size()));

		assertThatIllegalArgumentException().isThrownBy(() -> longer.root(leaf(5)));
		assertThatIllegalArgumentException().isThrownBy(() -> shorter.root(leaf(5)));
		assertThatIllegalArgumentException().isThrownBy(() -> new InclusionPath(13, 13, List.of()));
	}

	private static InclusionPath path(long index, long size) {
		var search = new InclusionPath.Search(index, size);
		LongStream.range(0, size).forEach((number) -> search.pass(leaf(number)));
		return search.path();
	}

	private static Frontier tree(long size) {
		var tree = Frontier.EMPTY;
		for (var number = 0L; number < size; number++) {
			tree = tree.with(leaf(number));
		}
		return tree;
	}

	private static TreeHash leaf(long number) {
		return TreeHash.ofEntry(Seal.sha256("entry " + number));
	}

}
