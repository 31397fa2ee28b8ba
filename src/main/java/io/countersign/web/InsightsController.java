package io.countersign.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.countersign.identity.Clearance;
import io.countersign.identity.Person;
import io.countersign.overview.Insights;
import io.countersign.overview.InsightsView;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * How decisions flow, for leaders, the secretariat and auditors. By unit and stage, never
 * by person.
 */
@Controller
class InsightsController {

	private static final List<Integer> PERIODS = List.of(30, 84, 365);

	private static final int WIDE = 620;

	private static final int NARROW = 330;

	/** As wide as a tablet, so that letters stay as large as beside it. */
	private static final int MIDDLE = 760;

	private static final int WIDEST = 1268;

	private final Insights insights;

	private final InsightsFile files;

	private final PageSettings settings;

	InsightsController(Insights insights, InsightsFile files, PageSettings settings) {
		this.settings = settings;
		this.insights = insights;
		this.files = files;
	}

	@GetMapping("/insights")
	String page(@RequestParam(defaultValue = "84") int period, @RequestParam(defaultValue = "") String unit,
			@ModelAttribute("me") Person me, Model model) {
		var view = view(period, unit, me);
		model.addAttribute("view", view);
		model.addAttribute("periods", PERIODS);
		model.addAttribute("period", known(period));
		model.addAttribute("unit", unit);
		model.addAttribute("dueStates", BoardController.OPEN_DUES);
		model.addAttribute("stageCharts", List.of(StageChart.of(view, WIDE), StageChart.of(view, NARROW)));
		model.addAttribute("levelCharts", List.of(StageChart.ofLevels(view, WIDE), StageChart.ofLevels(view, NARROW)));
		model.addAttribute("weekCharts", List.of(WeekChart.of(view, WIDE), WeekChart.of(view, NARROW)));
		model.addAttribute("shareCharts", shares(view));
		model.addAttribute("waitingCharts", List.of(WaitingChart.of(view, WIDE, 6), WaitingChart.of(view, NARROW, 3)));
		model.addAttribute("ageCharts",
				List.of(AgeChart.of(view, WIDEST), AgeChart.of(view, MIDDLE), AgeChart.of(view, NARROW)));
		model.addAttribute("rows", units(view.waiting().stream().map(InsightsView.Waiting::who)));
		model.addAttribute("columns", units(view.waiting().stream().map(InsightsView.Waiting::forWhom)));
		model.addAttribute("days", days(view));
		return "insights";
	}

	private List<ShareChart> shares(InsightsView view) {
		var goal = this.settings.onTimeGoal();
		return List.of(ShareChart.of(view, WIDE, goal), ShareChart.of(view, NARROW, goal));
	}

	/** One of the tables, to reckon on with; the weeks where none is named. */
	@GetMapping("/insights.csv")
	ResponseEntity<String> file(@RequestParam(defaultValue = "84") int period,
			@RequestParam(defaultValue = "") String unit, @RequestParam(defaultValue = "") String table,
			@ModelAttribute("me") Person me, Locale locale) {
		var which = InsightsFile.Table.of(table);
		return ResponseEntity.ok()
			.contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
			.cacheControl(CacheControl.noStore().cachePrivate())
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment()
						.filename("insights-%s.csv".formatted(which.name().toLowerCase(Locale.ROOT)))
						.build()
						.toString())
			.body(this.files.of(view(period, unit, me), which, locale));
	}

	private InsightsView view(int period, String unit, Person me) {
		if (!me.leads() && !Clearance.of(me).everything()) {
			throw new ResponseStatusException(HttpStatus.FORBIDDEN, "For leaders and the secretariat");
		}
		return this.insights.of(known(period), Optional.of(unit).filter((one) -> !one.isBlank()));
	}

	private static int known(int period) {
		return PERIODS.contains(period) ? period : PERIODS.get(1);
	}

	private static Map<String, Long> days(InsightsView view) {
		return view.waiting()
			.stream()
			.collect(Collectors.toMap((one) -> one.who() + "/" + one.forWhom(), InsightsView.Waiting::days));
	}

	private static List<String> units(Stream<String> units) {
		return List.copyOf(units.collect(Collectors.toCollection(TreeSet::new)));
	}

}
