package dev.drawbridge.simulator.model;

import dev.drawbridge.simulator.operation.ServiceError;
import java.util.List;

/** Lambda: the common framework, but for a runtime, which it looks at itself. */
record LambdaWording() implements Wording {

  @Override
  public ServiceError error(List<Violation> violations) {
    Violation first = violations.getFirst();
    boolean runtime = violations.size() == 1 && first.path().equals("runtime");
    if (runtime && first.kind() == Violation.Kind.UNKNOWN_VALUE) {
      return ServiceError.client(
          "InvalidParameterValueException",
          "Value %s at 'runtime' failed to satisfy constraint: %s or be a valid ARN"
              .formatted(first.value(), first.demand()));
    }
    return new CommonWording("ValidationException").error(violations);
  }
}
