package dev.drawbridge.simulator.sts;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

record GetCallerIdentity()
    implements Operation<GetCallerIdentityRequest, GetCallerIdentityResponse> {
  @Override
  public GetCallerIdentityResponse handle(GetCallerIdentityRequest request, Caller caller) {
    boolean root = caller.role().equals("root");
    String arn =
        root
            ? "arn:%s:iam::%s:root".formatted(caller.partition(), caller.account())
            : "arn:%s:sts::%s:assumed-role/%s/session"
                .formatted(caller.partition(), caller.account(), caller.role());
    return GetCallerIdentityResponse.builder()
        .account(caller.account())
        .arn(arn)
        .userId(root ? caller.account() : "AROA" + caller.role() + ":session")
        .build();
  }
}
