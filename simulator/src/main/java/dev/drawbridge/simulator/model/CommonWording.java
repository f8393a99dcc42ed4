package dev.drawbridge.simulator.model;

import dev.drawbridge.simulator.operation.ServiceError;
import java.util.List;
import java.util.stream.Collectors;

/**
 * AWS's common framework: all violations in one message. Query services answer {@code
 * ValidationError} (aws-load-balancer-controller#4238 shows it whole), JSON services {@code
 * ValidationException}.
 */
record CommonWording(String code) implements Wording {

  @Override
  public ServiceError error(List<Violation> violations) {
    return ServiceError.client(
        code,
        "%d validation error%s detected: %s"
            .formatted(
                violations.size(),
                violations.size() == 1 ? "" : "s",
                violations.stream().map(CommonWording::text).collect(Collectors.joining("; "))));
  }

  private static String text(Violation violation) {
    return "Value%s at '%s' failed to satisfy constraint: %s"
        .formatted(value(violation), violation.path(), violation.demand());
  }

  /** A value that the model calls sensitive is left out. */
  private static String value(Violation violation) {
    if (violation.value() == null) {
      return " null";
    }
    return violation.member().sensitive() ? "" : " '%s'".formatted(violation.value());
  }
}
