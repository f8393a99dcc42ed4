package dev.drawbridge.simulator;

import dev.drawbridge.engine.evidence.Unconfirmed;
import dev.drawbridge.engine.time.Spread;
import dev.drawbridge.simulator.delivery.DeliverySettings;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A figure of a world's settings that rests on no publication.
 *
 * @param setting its path within the settings, for example {@code rds.aurora.detect}
 * @param value in words
 * @param because what is assumed, or why
 */
public record Assumption(String setting, String value, String because) {

  /** Those of the published settings: the rows of docs/unconfirmed.md. */
  public static List<Assumption> ofPublishedSettings() {
    return of(Settings.published());
  }

  static List<Assumption> of(Record settings) {
    List<Assumption> found = new ArrayList<>();
    walk("", settings, found);
    return found;
  }

  private static void walk(String prefix, Record settings, List<Assumption> found) {
    for (RecordComponent component : settings.getClass().getRecordComponents()) {
      String path = prefix + component.getName();
      Object value = value(settings, component);
      Unconfirmed assumption = component.getAnnotation(Unconfirmed.class);
      if (assumption != null) {
        found.add(new Assumption(path, words(value), assumption.value()));
      }
      if (value instanceof Record nested && !(value instanceof Spread)) {
        walk(path + ".", nested, found);
      }
    }
  }

  static Object value(Record settings, RecordComponent component) {
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
      case List<?> list -> list.stream().map(Assumption::words).collect(Collectors.joining(", "));
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
