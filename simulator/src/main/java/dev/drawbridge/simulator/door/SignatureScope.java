package dev.drawbridge.simulator.door;

import dev.drawbridge.simulator.call.AccessKeys;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.call.Principal;
import dev.drawbridge.simulator.operation.ServiceError;
import dev.drawbridge.simulator.wire.HttpCall;
import dev.drawbridge.simulator.wire.HttpReply;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.SdkBytes;

/**
 * Who calls which service, as the request's Signature Version 4 scope names them. Signatures are
 * not checked. An access key that the world has issued is its principal; one of twelve digits is
 * that account, and a session token {@code role/NAME} that role of it.
 */
record SignatureScope(Caller caller, String signingName) {
  private static final Pattern CREDENTIAL =
      Pattern.compile("Credential=([^/]+)/\\d{8}/([^/]+)/([^/]+)/aws4_request");

  private static final Pattern SESSION = Pattern.compile(":assumed-role/([^/]+)/");

  private static final String EXPECTED =
      "Sign with an access key of twelve digits (the account), for a service that is modelled.";

  /** The scope, or empty where the request is not signed. */
  static Optional<SignatureScope> of(HttpCall call, AccessKeys keys) {
    Matcher scope = CREDENTIAL.matcher(call.header("Authorization").orElse(""));
    if (!scope.find()) {
      return Optional.empty();
    }
    Caller caller =
        keys.find(scope.group(1))
            .map(key -> caller(key.principal(), scope.group(2)))
            .orElseGet(() -> byNumber(call, scope.group(1), scope.group(2)));
    return Optional.of(new SignatureScope(caller, scope.group(3)));
  }

  private static Caller caller(Principal principal, String region) {
    Matcher session = SESSION.matcher(principal.arn());
    return new Caller(principal.account(), region, session.find() ? session.group(1) : "root");
  }

  private static Caller byNumber(HttpCall call, String account, String region) {
    String token = call.header("X-Amz-Security-Token").orElse("");
    String role = token.startsWith("role/") ? token.substring("role/".length()) : "root";
    return new Caller(account, region, role);
  }

  /**
   * Refuses an access key that names no account.
   *
   * @throws ServiceError always then
   */
  void check() {
    if (!caller.account().matches("\\d{12}")) {
      throw ServiceError.of(403, "InvalidClientTokenId", EXPECTED);
    }
  }

  /** The answer to a request that is not signed, or for a service that is not modelled. */
  static HttpReply refusal() {
    String body = "{\"__type\":\"UnrecognizedClientException\",\"message\":\"" + EXPECTED + "\"}";
    return new HttpReply(
        403, Map.of("Content-Type", "application/json"), SdkBytes.fromUtf8String(body));
  }
}
