package dev.drawbridge.simulator;

import dev.drawbridge.engine.evidence.Chosen;
import dev.drawbridge.engine.evidence.Published;
import dev.drawbridge.engine.evidence.Unconfirmed;
import dev.drawbridge.engine.time.Spread;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** docs/unconfirmed.md, written from the annotations of every settings record of a world. */
final class UnconfirmedPage {
  private static final String HEAD =
      """
      # What nobody has published

      The simulator's figures that rest on an assumption, each with its value under `Settings.published()`. Whoever can
      measure one on AWS: please do, and say so in an issue. `./drawbridge game-day` measures some of them in a real account
      ([how](operations.md#game-day)) and prints this table with what it has measured. Written from the annotations `@Unconfirmed` of the settings records and
      compared with them by a test (`UnconfirmedPageTest`); all other settings name their source in the code
      (`@Published`), or are a switch of the simulated world (`@Chosen`).

      | Setting | Value | Assumption |
      |---|---|---|
      """;

  private static final String TAIL =
      """

      What the deployment rests on besides, which no setting holds:

      | Where | Assumption | How to see it |
      |---|---|---|
      | alarms and graphs of executions (`InstallationMetrics`, `Dashboard`) | Step Functions counts a run that was started through the alias `live` under the ARN of the machine without it | after a first run, `aws cloudwatch list-metrics --namespace AWS/States --metric-name ExecutionsStarted` lists the dimension `StateMachineArn` without `:live` |
      | the rule for bad ends of onboardings (`Rules.badEnds`) | the event of such a run has that ARN too as its `stateMachineArn`, as DescribeExecution answers | after a run that was stopped, RecordExecutionEnd has been invoked |
      | the end of a host's replacement (`Rules.databaseEventIds`) | RDS announces it (RDS-EVENT-0422), and tells its end by a restart (RDS-EVENT-0006) | `aws rds describe-events` after one |
      """;

  private final List<Assumption> rows;
  private final List<String> unexplained = new ArrayList<>();

  private UnconfirmedPage(List<Assumption> rows) {
    this.rows = rows;
  }

  static UnconfirmedPage of(Record settings) {
    UnconfirmedPage page = new UnconfirmedPage(Assumption.of(settings));
    page.walk("", settings, false);
    return page;
  }

  String text() {
    return HEAD
        + rows.stream()
            .map(row -> "| `%s` | %s | %s |%n".formatted(row.setting(), row.value(), row.because()))
            .collect(Collectors.joining())
        + TAIL;
  }

  /** Components that say nothing of what their value rests on. */
  List<String> unexplained() {
    return List.copyOf(unexplained);
  }

  private void walk(String prefix, Record settings, boolean explained) {
    for (RecordComponent component : settings.getClass().getRecordComponents()) {
      String path = prefix + component.getName();
      Object value = Assumption.value(settings, component);
      boolean says =
          component.isAnnotationPresent(Unconfirmed.class)
              || component.isAnnotationPresent(Published.class)
              || component.isAnnotationPresent(Chosen.class);
      if (value instanceof Record nested && !(value instanceof Spread)) {
        walk(path + ".", nested, says);
      } else if (!says && !explained) {
        unexplained.add(path);
      }
    }
  }
}
