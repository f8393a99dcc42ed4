package dev.drawbridge.simulator.sts;

import dev.drawbridge.engine.time.Scheduler;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.identity.IamService;
import dev.drawbridge.simulator.identity.Trust;
import dev.drawbridge.simulator.operation.Operation;
import java.time.Duration;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.AssumedRoleUser;
import software.amazon.awssdk.services.sts.model.Credentials;

/**
 * Gives credentials that the door reads as the role, to those whom the role trusts: the account's
 * digits and a session token.
 */
record AssumeRole(Scheduler scheduler, IamService roles)
    implements Operation<AssumeRoleRequest, AssumeRoleResponse> {
  private static final int DEFAULT_SECONDS = 3600;

  @Override
  public AssumeRoleResponse handle(AssumeRoleRequest request, Caller caller) {
    RoleAccess.checkNotRoot(caller);
    Trust trust =
        roles
            .trust(request.roleArn())
            .orElseThrow(() -> RoleAccess.denied(request.roleArn(), caller));
    RoleAccess.check(trust, request, caller);
    Integer wanted = request.durationSeconds();
    int seconds = wanted == null ? DEFAULT_SECONDS : wanted;
    RoleAccess.checkDuration(seconds, trust);
    return session(request, trust, Duration.ofSeconds(seconds));
  }

  private AssumeRoleResponse session(AssumeRoleRequest request, Trust trust, Duration duration) {
    String[] arn = request.roleArn().split(":", 6);
    String path = arn[5].substring("role/".length());
    String session = request.roleSessionName();
    return AssumeRoleResponse.builder()
        .credentials(
            Credentials.builder()
                .accessKeyId(arn[4])
                .secretAccessKey("unused")
                .sessionToken("role/" + path)
                .expiration(scheduler.now().plus(duration))
                .build())
        .assumedRoleUser(
            AssumedRoleUser.builder()
                .arn(
                    "arn:%s:sts::%s:assumed-role/%s/%s"
                        .formatted(arn[1], arn[4], path.replaceFirst(".*/", ""), session))
                .assumedRoleId(trust.id() + ":" + session)
                .build())
        .build();
  }
}
