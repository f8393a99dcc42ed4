package dev.drawbridge.simulator;

import dev.drawbridge.engine.evidence.Chosen;
import dev.drawbridge.engine.evidence.Published;
import dev.drawbridge.engine.evidence.Unconfirmed;
import dev.drawbridge.engine.time.Spread;
import dev.drawbridge.simulator.delivery.DeliverySettings;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** docs/unconfirmed.md, written from the annotations of every settings record of a world. */
final class UnconfirmedPage {
  private static final String HEAD =
      """
      # What nobody has published

      The simulator's figures that rest on an assumption, each with its value under `Settings.published()`. Whoever can
      measure one on AWS: please do, and say so in an issue. Written from the annotations `@Unconfirmed` of the settings records and
      compared with them by a test (`UnconfirmedPageTest`); all other settings name their source in the code
      (`@Published`), or are a switch of the simulated world (`@Chosen`).

      | Setting | Value | Assumption |
      |---|---|---|
      """;

  private final List<String> rows = new ArrayList<>();
  private final List<String> unexplained = new ArrayList<>();

  private UnconfirmedPage() {}

  static UnconfirmedPage of(Record settings) {
    UnconfirmedPage page = new UnconfirmedPage();
    page.walk("", settings, false);
    return page;
  }

  String text() {
    return HEAD + String.join("", rows);
  }

  /** Components that say nothing of what their value rests on. */
  List<String> unexplained() {
    return List.copyOf(unexplained);
  }

  private void walk(String prefix, Record settings, boolean explained) {
    for (RecordComponent component : settings.getClass().getRecordComponents()) {
      String path = prefix + component.getName();
      Object value = value(settings, component);
      Unconfirmed assumption = component.getAnnotation(Unconfirmed.class);
      boolean says =
          assumption != null
              || component.isAnnotationPresent(Published.class)
              || component.isAnnotationPresent(Chosen.class);
      boolean nested = value instanceof Record && !(value instanceof Spread);
      if (assumption != null) {
        rows.add("| `%s` | %s | %s |%n".formatted(path, words(value), assumption.value()));
      }
      if (nested) {
        walk(path + ".", (Record) value, says);
      } else if (!says && !explained) {
        unexplained.add(path);
      }
    }
  }

  private static Object value(Record settings, RecordComponent component) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(settings);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + component, e);
    }
  }

  private static String words(Object value) {
    return switch (value) {
      case Duration duration -> words(duration);
      case Spread spread when spread.least().equals(spread.most()) -> words(spread.least());
      case Spread spread ->
          "%s to %s, usually %s"
              .formatted(words(spread.least()), words(spread.most()), words(spread.usual()));
      case DeliverySettings delivery -> words(delivery.delay());
      case List<?> list ->
          list.stream().map(UnconfirmedPage::words).collect(Collectors.joining(", "));
      default -> String.valueOf(value);
    };
  }

  private static String words(Duration duration) {
    if (duration.toMillis() % 1000 != 0) {
      return duration.toMillis() + " ms";
    }
    long seconds = duration.toSeconds();
    if (seconds == 0 || seconds % 60 != 0) {
      return seconds + " s";
    }
    long minutes = seconds / 60;
    if (minutes % 60 != 0) {
      return minutes + " min";
    }
    return minutes % (24 * 60) == 0 ? minutes / (24 * 60) + " d" : minutes / 60 + " h";
  }
}
