package dev.drawbridge.simulator.kms;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import software.amazon.awssdk.services.kms.model.CreateKeyRequest;
import software.amazon.awssdk.services.kms.model.CreateKeyResponse;

record CreateKey(KmsState state) implements Operation<CreateKeyRequest, CreateKeyResponse> {
  @Override
  public CreateKeyResponse handle(CreateKeyRequest request, Caller caller) {
    KeyKind.check(request);
    String description = request.description() == null ? "" : request.description();
    Key key = state.create(caller, description, KeyPolicy.of(request.policy(), caller));
    return CreateKeyResponse.builder().keyMetadata(DescribeKey.metadata(key, caller)).build();
  }
}
