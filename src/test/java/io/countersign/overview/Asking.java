package io.countersign.overview;

import java.time.LocalDate;
import java.util.Optional;

import io.countersign.cases.CaseState;

/** A search as somebody fills in the form. */
record Asking(SearchQuery build) {

	static Asking about(String words) {
		return new Asking(new SearchQuery(words, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
				Optional.empty(), Optional.empty()));
	}

	Asking of(Hit.Kind kind) {
		return with(Optional.of(kind), this.build.channel(), this.build.person(), this.build.state(), this.build.from(),
				this.build.to());
	}

	Asking by(SearchQuery.Channel channel) {
		return with(this.build.kind(), Optional.of(channel), this.build.person(), this.build.state(), this.build.from(),
				this.build.to());
	}

	Asking with(String person) {
		return with(this.build.kind(), this.build.channel(), Optional.of(person), this.build.state(), this.build.from(),
				this.build.to());
	}

	Asking in(CaseState state) {
		return with(this.build.kind(), this.build.channel(), this.build.person(), Optional.of(state), this.build.from(),
				this.build.to());
	}

	Asking since(String day) {
		return with(this.build.kind(), this.build.channel(), this.build.person(), this.build.state(),
				Optional.of(LocalDate.parse(day)), this.build.to());
	}

	Asking until(String day) {
		return with(this.build.kind(), this.build.channel(), this.build.person(), this.build.state(), this.build.from(),
				Optional.of(LocalDate.parse(day)));
	}

	private Asking with(Optional<Hit.Kind> kind, Optional<SearchQuery.Channel> channel, Optional<String> person,
			Optional<CaseState> state, Optional<LocalDate> from, Optional<LocalDate> to) {
		return new Asking(new SearchQuery(this.build.words(), kind, channel, person, state, from, to));
	}

}
