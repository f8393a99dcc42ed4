package dev.drawbridge.simulator.model;

import dev.drawbridge.simulator.operation.ServiceError;
import java.util.List;

/**
 * RDS: one violation at a time, all with one code. What is missing reads as in
 * terraform-aws-modules/terraform-aws-rds#210 and boto#403; the wording of the others is
 * UNCONFIRMED.
 */
record RdsWording() implements Wording {

  @Override
  public ServiceError error(List<Violation> violations) {
    Violation first = violations.getFirst();
    Violation wrong = first.within() == null ? first : first.within();
    String message =
        switch (wrong.kind()) {
          case MISSING ->
              "The parameter %s must be provided and must not be blank.".formatted(wrong.name());
          default ->
              "Invalid value %s for %s. %s".formatted(wrong.value(), wrong.name(), wrong.demand());
        };
    return ServiceError.client("InvalidParameterValue", message);
  }
}
