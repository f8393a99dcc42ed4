package dev.drawbridge.simulator.elbv2;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.ServiceError;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Certificate;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyListenerRequest;

/**
 * What a listener of protocol TLS ends TLS with. There is no ACM here: every certificate's ARN of
 * the caller's account and Region counts as one that is there.
 */
record TlsTerms(String certificateArn, String policy) {
  /** "You must provide exactly one certificate" (API reference of ModifyListener). */
  private static final int CERTIFICATES = 1;

  /**
   * What a change leaves. "Changing the protocol [...] from TLS to TCP, removes the security policy
   * and default certificate properties. If you change the protocol [...] from TCP to TLS, you must
   * add the security policy and default certificate properties" (API reference of ModifyListener).
   * Codes and wording of what lacks are UNCONFIRMED.
   */
  static Optional<TlsTerms> after(
      ListenerRecord old, ModifyListenerRequest request, Caller caller) {
    String protocol = Optional.ofNullable(request.protocolAsString()).orElseGet(old::protocol);
    if (protocol.equals("TCP")) {
      Combinations.plainTcp(request.sslPolicy(), request.certificates(), request.alpnPolicy());
      return Optional.empty();
    }
    if (!request.alpnPolicy().isEmpty()) {
      throw ServiceError.client("ALPNPolicyNotFound", "This simulator models no ALPN policies.");
    }
    String policy =
        Optional.ofNullable(request.sslPolicy())
            .or(() -> old.tls().map(TlsTerms::policy))
            .orElseThrow(() -> lacks("A security policy"));
    if (!policy.startsWith("ELBSecurityPolicy-")) {
      throw ServiceError.client("SSLPolicyNotFound", "SSL policy '%s' not found".formatted(policy));
    }
    return Optional.of(new TlsTerms(certificate(old, request.certificates(), caller), policy));
  }

  private static String certificate(
      ListenerRecord old, List<Certificate> certificates, Caller caller) {
    if (certificates.size() > CERTIFICATES) {
      throw ServiceError.client(
          "TooManyCertificates", "You must specify exactly one default certificate");
    }
    String arn =
        certificates.stream()
            .map(Certificate::certificateArn)
            .findFirst()
            .or(() -> old.tls().map(TlsTerms::certificateArn))
            .orElseThrow(() -> lacks("A certificate"));
    if (!arn.startsWith(caller.arn("acm", "certificate/"))) {
      throw ServiceError.client(
          "CertificateNotFound", "Certificate ARN '%s' is not valid".formatted(arn));
    }
    return arn;
  }

  private static ServiceError lacks(String what) {
    return ServiceError.client("ValidationError", what + " must be specified for TLS listeners");
  }
}
