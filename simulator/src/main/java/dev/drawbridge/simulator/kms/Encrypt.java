package dev.drawbridge.simulator.kms;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.model.EncryptRequest;
import software.amazon.awssdk.services.kms.model.EncryptResponse;

record Encrypt(KmsState state) implements Operation<EncryptRequest, EncryptResponse> {
  @Override
  public EncryptResponse handle(EncryptRequest request, Caller caller) {
    Key key = state.find(caller, request.keyId());
    KeyKind.checkAlgorithm(request.encryptionAlgorithmAsString(), key);
    Envelope sealed =
        Envelope.seal(
            key,
            state.random(Envelope.NONCE_BYTES),
            request.encryptionContext(),
            request.plaintext().asByteArray());
    return EncryptResponse.builder()
        .keyId(key.arn())
        .ciphertextBlob(SdkBytes.fromByteArray(sealed.bytes()))
        .build();
  }
}
