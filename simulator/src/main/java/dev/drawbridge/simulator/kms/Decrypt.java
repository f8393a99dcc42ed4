package dev.drawbridge.simulator.kms;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.model.DecryptRequest;
import software.amazon.awssdk.services.kms.model.DecryptResponse;

record Decrypt(KmsState state) implements Operation<DecryptRequest, DecryptResponse> {
  @Override
  public DecryptResponse handle(DecryptRequest request, Caller caller) {
    Envelope sealed = Envelope.parse(request.ciphertextBlob().asByteArray());
    Key key = state.find(caller, sealed.keyArn());
    return DecryptResponse.builder()
        .keyId(key.arn())
        .plaintext(SdkBytes.fromByteArray(sealed.open(key, request.encryptionContext())))
        .build();
  }
}
