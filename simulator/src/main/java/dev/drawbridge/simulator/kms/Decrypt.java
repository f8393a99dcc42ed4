package dev.drawbridge.simulator.kms;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.ServiceError;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.model.DecryptRequest;
import software.amazon.awssdk.services.kms.model.DecryptResponse;

record Decrypt(KmsState state) implements Operation<DecryptRequest, DecryptResponse> {
  @Override
  public DecryptResponse handle(DecryptRequest request, Caller caller) {
    Envelope sealed = Envelope.parse(request.ciphertextBlob().asByteArray());
    if (request.keyId() != null
        && !state.find(caller, request.keyId()).arn().equals(sealed.keyArn())) {
      throw ServiceError.client(
          "IncorrectKeyException",
          "The key ID in the request does not identify a CMK that can perform this operation.");
    }
    if (!sealed.keyArn().startsWith(caller.arn("kms", "key/"))) {
      throw denied(caller);
    }
    Key key = state.find(caller, sealed.keyArn());
    KeyKind.checkAlgorithm(request.encryptionAlgorithmAsString(), key);
    return DecryptResponse.builder()
        .keyId(key.arn())
        .plaintext(SdkBytes.fromByteArray(sealed.open(key, request.encryptionContext())))
        .build();
  }

  /** No policy of a key lets another account in here, and no key reaches another region. */
  private static ServiceError denied(Caller caller) {
    return ServiceError.client(
        "AccessDeniedException",
        "User: %s is not authorized to perform: kms:Decrypt on the resource associated with this"
                .formatted(caller.sessionArn())
            + " ciphertext because the resource does not exist in this Region, no resource-based"
            + " policies allow access, or a resource-based policy explicitly denies access");
  }
}
