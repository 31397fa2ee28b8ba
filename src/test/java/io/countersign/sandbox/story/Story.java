package io.countersign.sandbox.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.countersign.scenario.Correspondent;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.convert.DurationStyle;

/**
 * Who works there, who writes from outside, what lies in SharePoint, and the mails in the
 * order they are written.
 */
public record Story(List<Role> people, List<Role> outside, List<Shared> drive, List<Scene> mails) {

	/** The name under which nothing happens. */
	public static final String NONE = "none";

	/** Somebody in the story. Those outside have no mailbox here, and no level. */
	public record Role(String key, String name, String address, @Nullable String title, @Nullable String level,
			@Nullable String unit) implements Correspondent {

		@Override
		public String displayName() {
			return this.name;
		}

	}

	/**
	 * One mail of the story.
	 *
	 * @param re the scene it answers, to its sender or to {@code all}
	 * @param list the mailing list it comes over
	 */
	record Scene(String id, String at, String from, @Nullable List<String> to, @Nullable List<String> cc,
			@Nullable String re, boolean all, @Nullable String subject, String text, @Nullable String lang,
			boolean phone, boolean auto, @Nullable String list, @Nullable List<Enclosure> files) {

		/** Counted from the start of the story; negative lies before it. */
		Duration offset() {
			return DurationStyle.detectAndParse(this.at);
		}

		Optional<String> answers() {
			return Optional.ofNullable(this.re);
		}

		boolean isEnglish() {
			return "en".equals(this.lang);
		}

	}

	/** A file in SharePoint that mails link to. */
	record Shared(String address, String name, String text) {
	}

	/** A file that goes with a mail. */
	record Enclosure(String name, String text) {
	}

	/** Reads a story by its name. */
	public static Story named(String name) {
		try (var yaml = Story.class.getResourceAsStream("/sandbox/story/%s.yaml".formatted(name))) {
			if (yaml == null) {
				throw new IllegalArgumentException(
						"sandbox.story is '%s'; there are the stories ministry and none".formatted(name));
			}
			Map<String, Object> content = new Yaml().load(yaml);
			return JsonMapper.builder()
				.disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
				.build()
				.convertValue(content, Story.class);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	Role role(String key) {
		return Stream.concat(this.people.stream(), this.outside.stream())
			.filter((role) -> role.key().equals(key))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("The story has no '%s'".formatted(key)));
	}

}
