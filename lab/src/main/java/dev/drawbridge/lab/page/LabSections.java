package dev.drawbridge.lab.page;

import dev.drawbridge.pages.Html;
import dev.drawbridge.workflows.StateGraph;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** The parts of the page that change, each by the id of its place. */
final class LabSections {
  /** The ids and headings, in the order of the page. */
  static final Map<String, String> HEADINGS = headings();

  private static final Html OPEN = Html.of(" open");
  private static final int MOST_GRAPHS = 4;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final GraphDrawing drawing = new GraphDrawing();
  private final Function<String, StateGraph> graphs;

  /**
   * Draws with these definitions.
   *
   * @param graphs the graph of a state machine, by its name
   */
  LabSections(Function<String, StateGraph> graphs) {
    this.graphs = graphs;
  }

  private static Map<String, String> headings() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("now", "What happens now");
    all.put("questions", "Waiting for a yes or no");
    all.put("databases", "Databases");
    all.put("targets", "Targets");
    all.put("consumers", "Consumers");
    all.put("runs", "Executions");
    all.put("log", "Log");
    return all;
  }

  /** All of them. */
  Map<String, Html> of(LabView view) {
    Map<String, Html> all = new LinkedHashMap<>();
    all.put("now", now(view));
    all.put("questions", questions(view));
    all.put("databases", DatabaseSection.of(view));
    all.put("targets", targets(view));
    all.put("consumers", consumers(view));
    all.put("runs", runs(view));
    all.put(
        "log", Html.of("<pre tabindex=\"0\">{}</pre>", String.join("\n", view.log().reversed())));
    return all;
  }

  private static Html now(LabView view) {
    List<LabView.Run> running =
        view.runs().stream().filter(run -> run.status().equals("RUNNING")).toList();
    return list(running, "No execution is under way.", run -> standing(run, view.at()));
  }

  private static Html standing(LabView.Run run, Instant now) {
    if (run.waitsFor() == null) {
      return Html.of("<li><strong>{}</strong> begins.</li>", run.machine());
    }
    return Html.of(
        "<li><strong>{}</strong> is in <strong>{}</strong> for {} s and waits for {}{}</li>",
        run.machine(),
        run.state(),
        Math.max(0, Duration.between(run.since(), now).toSeconds()),
        run.waitsFor(),
        run.next().isEmpty() ? "." : "; then comes " + String.join(" or ", run.next()) + ".");
  }

  private static Html questions(LabView view) {
    return list(
        view.questions(),
        "No question waits.",
        asked ->
            Html.of(
                "<li><a id=\"question-{}\" href=\"{}\">Account {} asks for database {}</a><br>{} more to say yes; sign in as grace or joan, no password.</li>",
                asked.id(),
                asked.link(),
                asked.account(),
                asked.database(),
                asked.lacks()));
  }

  private static Html targets(LabView view) {
    return view.targetGroups().isEmpty()
        ? Html.of("<p>There is no target group yet.</p>")
        : Html.join(view.targetGroups().stream().map(LabSections::group).toList());
  }

  private static Html group(LabView.TargetGroup group) {
    return Html.of(
        "<h3>{}</h3>{}",
        group.name(),
        list(
            group.targets(),
            "Nothing is registered.",
            target ->
                Html.of(
                    "<li>{} <code>{}:{}</code> <span class=\"health {}\">{}</span></li>",
                    target.instance() == null ? "nobody's" : target.instance(),
                    target.address(),
                    target.port(),
                    target.health(),
                    target.health())));
  }

  private static Html consumers(LabView view) {
    List<Html> asked =
        view.databases().stream()
            .flatMap(
                database ->
                    database.consumers().stream()
                        .map(
                            consumer ->
                                Html.of(
                                    "<li><code>{}</code> to {}: <strong>{}</strong></li>",
                                    consumer.principal(),
                                    database.name(),
                                    consumer.state())))
            .toList();
    return Html.of(
        "{}<h3>Their endpoints</h3>{}",
        list(asked, "Nobody has asked for a database yet.", each -> each),
        list(
            view.connections(),
            "There is none.",
            each ->
                Html.of(
                    "<li><code>{}</code> of account {}: <strong>{}</strong></li>",
                    each.endpointId(),
                    each.account(),
                    each.state())));
  }

  private Html runs(LabView view) {
    if (view.runs().isEmpty()) {
      return Html.of("<p>Nothing was started yet.</p>");
    }
    List<LabView.Run> drawn = view.runs().stream().limit(MOST_GRAPHS).toList();
    return Html.join(view.runs().stream().map(run -> run(run, drawn.contains(run))).toList());
  }

  private Html run(LabView.Run run, boolean drawn) {
    Html words =
        Html.of(
            "<strong>{}</strong> {} <code>{}</code> {} {} since {}",
            run.machine(),
            Html.of("<span class=\"health {}\">{}</span>", run.status(), run.status()),
            run.name(),
            run.status().equals("RUNNING") ? "in" : "at",
            run.state(),
            TIME.format(run.since()));
    Html failure = run.failure() == null ? Html.NOTHING : Html.of("<p>{}</p>", run.failure());
    return drawn
        ? Html.of(
            "<details id=\"run-{}\"{}><summary>{}</summary>{}<div class=\"graph\" tabindex=\"0\" role=\"region\" aria-label=\"Graph of {}\">{}</div></details>",
            run.name(),
            run.status().equals("RUNNING") ? OPEN : Html.NOTHING,
            words,
            failure,
            run.name(),
            drawing.svg(graphs.apply(run.machine()), run))
        : Html.of("<p>{}</p>{}", words, failure);
  }

  static <T> Html list(Collection<T> all, String none, Function<T, Html> line) {
    return all.isEmpty()
        ? Html.of("<p>{}</p>", none)
        : Html.of("<ul>{}</ul>", Html.join(all.stream().map(line).toList()));
  }
}
