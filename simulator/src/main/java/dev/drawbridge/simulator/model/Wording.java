package dev.drawbridge.simulator.model;

import dev.drawbridge.simulator.operation.ServiceError;
import java.util.List;

/** How a family of services says that a request breaks its model. */
sealed interface Wording permits CommonWording, Ec2Wording, LambdaWording, RdsWording, SqsWording {

  /** The wording of the service that requests are signed for. */
  static Wording of(String signingName) {
    return switch (signingName) {
      case "ec2" -> new Ec2Wording();
      case "rds" -> new RdsWording();
      case "sqs" -> new SqsWording();
      case "lambda" -> new LambdaWording();
      case "elasticloadbalancing", "sns", "sts", "iam", "monitoring" ->
          new CommonWording("ValidationError");
      default -> new CommonWording("ValidationException");
    };
  }

  /**
   * The error for what is wrong.
   *
   * @param violations not empty
   */
  ServiceError error(List<Violation> violations);
}
