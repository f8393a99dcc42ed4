package dev.drawbridge.simulator.stepfunctions;

import dev.drawbridge.simulator.operation.ServiceError;
import java.util.function.Predicate;

/**
 * The roles that state machines run as.
 *
 * @param assumable whether Step Functions may assume the role of an ARN
 */
record MachineRoles(Predicate<String> assumable) {

  /**
   * Refuses a role that is not there or does not trust Step Functions.
   *
   * @throws ServiceError AccessDeniedException, as reported in lumigo-io/lumigo-CLI#83
   */
  void check(String roleArn) {
    if (!assumable.test(roleArn)) {
      throw ServiceError.client(
          "AccessDeniedException",
          "Neither the global service principal states.amazonaws.com, nor the regional one is"
              + " authorized to assume the provided role.");
    }
  }
}
