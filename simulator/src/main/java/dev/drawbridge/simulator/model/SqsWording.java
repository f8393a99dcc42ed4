package dev.drawbridge.simulator.model;

import dev.drawbridge.simulator.operation.ServiceError;
import java.util.List;

/** SQS: one violation at a time. */
record SqsWording() implements Wording {

  @Override
  public ServiceError error(List<Violation> violations) {
    Violation first = violations.getFirst();
    Violation wrong = first.within() == null ? first : first.within();
    return switch (wrong.kind()) {
      case MISSING ->
          ServiceError.client(
              "MissingParameter",
              "The request must contain the parameter %s.".formatted(wrong.name()));
      case UNKNOWN_VALUE ->
          ServiceError.client(
              "InvalidAttributeName", "Unknown Attribute %s.".formatted(wrong.value()));
      default ->
          ServiceError.client(
              "InvalidParameterValue",
              "Value %s for parameter %s is invalid. Reason: %s."
                  .formatted(wrong.value(), wrong.name(), wrong.demand()));
    };
  }
}
