package dev.drawbridge.simulator.model;

import dev.drawbridge.simulator.operation.ServiceError;
import java.util.List;

/** EC2: one violation at a time, what is missing first (EC2 API Reference, error codes). */
record Ec2Wording() implements Wording {

  @Override
  public ServiceError error(List<Violation> violations) {
    Violation first =
        violations.stream()
            .filter(v -> v.kind() == Violation.Kind.MISSING)
            .findFirst()
            .orElse(violations.getFirst());
    Violation wrong = first.within() == null ? first : first.within();
    String parameter = Violation.lowerFirst(wrong.name());
    return switch (wrong.kind()) {
      case MISSING ->
          ServiceError.client(
              "MissingParameter", "The request must contain the parameter " + wrong.name());
      case TOO_LARGE -> number(wrong, "less than or equal to " + wrong.member().constraint().max());
      case TOO_SMALL -> number(wrong, "greater than " + wrong.member().constraint().min());
      case UNKNOWN_VALUE ->
          invalid(
              wrong.name().equals("ResourceType")
                  ? "'%s' is not a valid taggable resource type for this operation."
                      .formatted(wrong.value())
                  : "Value (%s) for parameter %s is invalid.".formatted(wrong.value(), parameter));
      default ->
          invalid(
              "Value (%s) for parameter %s is invalid. %s"
                  .formatted(wrong.value(), parameter, wrong.demand()));
    };
  }

  /** As EC2 says it, "greater than" the least value that it takes, too. */
  private static ServiceError number(Violation wrong, String expected) {
    return invalid(
        "Value ( %s ) for parameter %s is invalid. Expecting a value %s."
            .formatted(wrong.value(), Violation.lowerFirst(wrong.name()), expected));
  }

  private static ServiceError invalid(String message) {
    return ServiceError.client("InvalidParameterValue", message);
  }
}
