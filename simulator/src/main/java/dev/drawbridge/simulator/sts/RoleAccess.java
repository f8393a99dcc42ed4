package dev.drawbridge.simulator.sts;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.iam.Authorization;
import dev.drawbridge.simulator.iam.Decision;
import dev.drawbridge.simulator.identity.Trust;
import dev.drawbridge.simulator.operation.ServiceError;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;

/**
 * Who may take on a role: another role that its trust policy names, or that of an account which it
 * names and whose own policy lets it ("Roles terms and concepts", IAM User Guide). What the
 * caller's policy says is judged at the door.
 */
final class RoleAccess {
  /** Whoever may call here is a role already, so that each session is chained. */
  private static final int CHAINED_SECONDS = 3600;

  private RoleAccess() {}

  /**
   * Refuses the account itself, whatever the role trusts.
   *
   * @throws ServiceError AccessDenied (403)
   */
  static void checkNotRoot(Caller caller) {
    if (caller.role().equals("root")) {
      throw ServiceError.of(403, "AccessDenied", "Roles may not be assumed by root accounts.");
    }
  }

  /**
   * Judges a call.
   *
   * @throws ServiceError AccessDenied (403)
   */
  static void check(Trust trust, AssumeRoleRequest request, Caller caller) {
    Authorization asked = Authorization.of("sts:AssumeRole");
    asked = asked.with("sts:RoleSessionName", request.roleSessionName());
    if (request.externalId() != null) {
      asked = asked.with("sts:ExternalId", request.externalId());
    }
    if (judge(trust, asked, caller) != Decision.ALLOWED) {
      throw denied(request.roleArn(), caller);
    }
  }

  private static Decision judge(Trust trust, Authorization asked, Caller caller) {
    try {
      return trust.policy().judge(caller.principals(), asked);
    } catch (IllegalArgumentException e) {
      throw ServiceError.client(
          "ValidationError",
          "This simulator cannot judge the role's trust policy: %s".formatted(e.getMessage()));
    }
  }

  /**
   * Refuses a session that is too long.
   *
   * @throws ServiceError ValidationError
   */
  static void checkDuration(int seconds, Trust trust) {
    if (seconds > trust.maxSeconds()) {
      throw tooLong("MaxSessionDuration set for this role.");
    }
    if (seconds > CHAINED_SECONDS) {
      throw tooLong("1 hour session limit for roles assumed by role chaining.");
    }
  }

  private static ServiceError tooLong(String limit) {
    return ServiceError.client(
        "ValidationError", "The requested DurationSeconds exceeds the " + limit);
  }

  /** The same whether there is no such role or it does not trust the caller. */
  static ServiceError denied(String roleArn, Caller caller) {
    return ServiceError.of(
        403,
        "AccessDenied",
        "User: %s is not authorized to perform: sts:AssumeRole on resource: %s"
            .formatted(caller.sessionArn(), roleArn));
  }
}
