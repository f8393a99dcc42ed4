package dev.drawbridge.simulator.sts;

import dev.drawbridge.engine.time.Scheduler;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.ServiceError;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.AssumedRoleUser;
import software.amazon.awssdk.services.sts.model.Credentials;

/** Gives credentials that the door reads as the role: the account's digits and a session token. */
record AssumeRole(Scheduler scheduler) implements Operation<AssumeRoleRequest, AssumeRoleResponse> {
  private static final Pattern ROLE =
      Pattern.compile("arn:[\\w-]+:iam::(\\d{12}):role/([\\w+=,.@/-]+)");
  private static final int DEFAULT_SECONDS = 3600;

  @Override
  public AssumeRoleResponse handle(AssumeRoleRequest request, Caller caller) {
    Matcher role = ROLE.matcher(request.roleArn());
    if (!role.matches()) {
      throw ServiceError.client(
          "ValidationError", "%s is not the ARN of a role".formatted(request.roleArn()));
    }
    Integer wanted = request.durationSeconds();
    Duration duration = Duration.ofSeconds(wanted == null ? DEFAULT_SECONDS : wanted);
    String session = request.roleSessionName();
    return AssumeRoleResponse.builder()
        .credentials(
            Credentials.builder()
                .accessKeyId(role.group(1))
                .secretAccessKey("unused")
                .sessionToken("role/" + role.group(2))
                .expiration(scheduler.now().plus(duration))
                .build())
        .assumedRoleUser(
            AssumedRoleUser.builder()
                .arn(
                    "arn:%s:sts::%s:assumed-role/%s/%s"
                        .formatted(caller.partition(), role.group(1), role.group(2), session))
                .assumedRoleId("AROA" + role.group(2) + ":" + session)
                .build())
        .build();
  }
}
