package dev.drawbridge.simulator.events;

import dev.drawbridge.simulator.operation.ServiceError;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads schedule expressions. */
final class Rates {
  private static final Pattern RATE =
      Pattern.compile("rate\\((?<value>[1-9]\\d{0,5}) (?<unit>minute|hour|day)(?<plural>s?)\\)");

  private Rates() {}

  /** Reads {@code rate(n units)}; AWS wants the singular for one and the plural for more. */
  static Duration read(String expression) {
    if (expression.startsWith("cron(")) {
      throw ServiceError.client(
          "ValidationException",
          "This world does not model cron expressions, only rate: " + expression);
    }
    Matcher match = RATE.matcher(expression);
    if (!match.matches() || match.group("value").equals("1") != match.group("plural").isEmpty()) {
      throw ServiceError.client(
          "ValidationException", "Parameter ScheduleExpression is not valid.");
    }
    long value = Long.parseLong(match.group("value"));
    return switch (match.group("unit")) {
      case "minute" -> Duration.ofMinutes(value);
      case "hour" -> Duration.ofHours(value);
      default -> Duration.ofDays(value);
    };
  }
}
