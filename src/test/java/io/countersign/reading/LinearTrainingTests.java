package io.countersign.reading;

import java.util.List;
import java.util.stream.IntStream;

import io.countersign.reading.evaluation.LabelledMail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import static org.assertj.core.api.Assertions.assertThat;

@Execution(ExecutionMode.CONCURRENT)
class LinearTrainingTests {

	private static final List<RemarkExample> REMARKS = RemarkExample.all();

	private static final List<AssentExample> ASSENTS = AssentExample.all();

	@Test
	void theWeightsAreWhatTheExamplesTeach() {
		assertThat(LinearModel.file("remarks.txt")).as("Run ModelTraining once the examples have changed")
			.isEqualTo(ModelTraining.remarks(REMARKS).toString());
		assertThat(LinearModel.file("assents.txt")).as("Run ModelTraining once the examples have changed")
			.isEqualTo(ModelTraining.assents(ASSENTS).toString());
	}

	@Test
	void whatJudgesWholeMailsIsWhatTheSetsTeach() {
		var requests = LabelledMail.requests();

		assertThat(LinearModel.file("intents.txt")).as("Run ModelTraining once the sets have changed")
			.isEqualTo(ModelTraining.intents(requests).written(1));
		assertThat(LinearModel.file("deadlines.txt"))
			.isEqualTo(ModelTraining.deadlines(LabelledMail.allRequests()).toString());
		assertThat(LinearModel.file("answers.txt")).isEqualTo(ModelTraining.answers(LabelledMail.answers()).written(1));
	}

	@Test
	void howFarTheModelsAreBelievedIsWhatTheSetsKeptApartTeach() {
		assertThat(LinearModel.file("verdicts.txt")).as("Run ModelTraining once the sets have changed")
			.isEqualTo(ModelTraining.verdicts(LabelledMail.answersKeptApart(), LabelledMail.noApprovals()).written(2));
		assertThat(LinearModel.file("requests.txt"))
			.isEqualTo(ModelTraining.stackedRequests(LabelledMail.requestsKeptApart()).written(2));
	}

	@Test
	void noExampleIsBothTheOneAndTheOther() {
		assertThat(REMARKS.stream().map((example) -> example.language() + example.words())).doesNotHaveDuplicates();
		assertThat(ASSENTS.stream().map((example) -> example.language() + example.words() + example.asked()))
			.doesNotHaveDuplicates();
	}

	/**
	 * Every fifth is left out of the training, and judged by what the others teach. Half
	 * of what takes from a yes was written to be taken for a remark.
	 */
	@Test
	void whatTakesFromAYesIsHardlyTakenForARemark() {
		var model = ModelTraining.remarks(part(REMARKS, false)).model();
		var judged = part(REMARKS, true);
		var taken = judged.stream()
			.filter((example) -> model
				.likelihood(RemarkFeatures.of(example.asWords(), Glossary.of(example.language()))) >= Remarks.SURE)
			.toList();
		var harmless = judged.stream().filter(RemarkExample::isHarmless).count();
		var right = taken.stream().filter(RemarkExample::isHarmless).count();

		assertThat(taken.size() - right).isLessThan((judged.size() - harmless) / 10);
		assertThat(right).isGreaterThan(harmless / 10);
	}

	@Test
	void whatIsNoYesIsHardlyTakenForOne() {
		var model = ModelTraining.assents(part(ASSENTS, false)).model();
		var judged = part(ASSENTS, true);
		var taken = judged.stream()
			.filter((example) -> model
				.likelihood(AssentFeatures.of(example.asWords(), Glossary.of(example.language()))) >= Assents.SURE)
			.toList();
		var assents = judged.stream().filter(AssentExample::isAssent).count();
		var right = taken.stream().filter(AssentExample::isAssent).count();

		assertThat(taken.size() - right).isLessThan((judged.size() - assents) / 100);
		assertThat(right).isGreaterThan(assents / 5);
	}

	private static <T> List<T> part(List<T> examples, boolean fifth) {
		return IntStream.range(0, examples.size())
			.filter((at) -> (at % 5 == 0) == fifth)
			.mapToObj(examples::get)
			.toList();
	}

}
