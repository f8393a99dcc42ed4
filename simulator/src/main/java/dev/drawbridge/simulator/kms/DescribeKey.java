package dev.drawbridge.simulator.kms;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import software.amazon.awssdk.services.kms.model.DescribeKeyRequest;
import software.amazon.awssdk.services.kms.model.DescribeKeyResponse;
import software.amazon.awssdk.services.kms.model.KeyMetadata;
import software.amazon.awssdk.services.kms.model.KeyState;
import software.amazon.awssdk.services.kms.model.KeyUsageType;

record DescribeKey(KmsState state) implements Operation<DescribeKeyRequest, DescribeKeyResponse> {
  @Override
  public DescribeKeyResponse handle(DescribeKeyRequest request, Caller caller) {
    Key key = state.find(caller, request.keyId());
    return DescribeKeyResponse.builder().keyMetadata(metadata(key, caller)).build();
  }

  static KeyMetadata metadata(Key key, Caller caller) {
    return KeyMetadata.builder()
        .awsAccountId(caller.account())
        .keyId(key.id())
        .arn(key.arn())
        .creationDate(key.created())
        .description(key.description())
        .enabled(true)
        .keyState(KeyState.ENABLED)
        .keyUsage(KeyUsageType.ENCRYPT_DECRYPT)
        .build();
  }
}
