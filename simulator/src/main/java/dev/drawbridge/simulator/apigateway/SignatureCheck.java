package dev.drawbridge.simulator.apigateway;

import dev.drawbridge.simulator.call.AccessKey;
import dev.drawbridge.simulator.call.AccessKeys;
import dev.drawbridge.simulator.call.Principal;
import dev.drawbridge.simulator.wire.HttpCall;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.internal.signer.CredentialScope;
import software.amazon.awssdk.http.auth.aws.internal.signer.DefaultV4RequestSigner;
import software.amazon.awssdk.http.auth.aws.internal.signer.V4Properties;
import software.amazon.awssdk.http.auth.aws.internal.signer.util.SignerUtils;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.utils.BinaryUtils;

/**
 * Verifies Signature Version 4: the SDK's own signer signs what arrived, with the secret that the
 * world knows, and both signatures have to agree.
 *
 * <p>The signer's inner class is used, because the public one adds headers of its own to what it
 * signs, and callers such as curl sign fewer.
 */
record SignatureCheck(AccessKeys keys, InstantSource clock, String region) {
  /** How far a caller's clock may be off ("Troubleshoot Signature Version 4", IAM User Guide). */
  static final Duration SKEW = Duration.ofMinutes(5);

  private static final String SERVICE = "execute-api";

  /**
   * Who signed the call.
   *
   * @throws GatewayError as AWS words it
   */
  Principal caller(HttpCall call) {
    Authorization given =
        Authorization.of(call)
            .orElseThrow(
                () ->
                    new GatewayError(
                        GatewayError.Type.MISSING_AUTHENTICATION_TOKEN,
                        "Missing Authentication Token"));
    checkScope(given);
    checkTime(given.at());
    AccessKey key =
        keys.find(given.accessKeyId())
            .filter(known -> known.sessionToken().equals(call.header("X-Amz-Security-Token")))
            .orElseThrow(
                () ->
                    new GatewayError(
                        GatewayError.Type.UNRECOGNIZED_CLIENT,
                        "The security token included in the request is invalid."));
    if (!matches(call, given, key)) {
      throw new GatewayError(
          GatewayError.Type.INVALID_SIGNATURE,
          "The request signature we calculated does not match the signature you provided. Check"
              + " your AWS Secret Access Key and signing method. Consult the service documentation"
              + " for details.");
    }
    return key.principal();
  }

  private void checkScope(Authorization given) {
    if (!given.region().equals(region)) {
      throw invalid(
          "Credential should be scoped to a valid region, not '%s'.".formatted(given.region()));
    }
    if (!given.service().equals(SERVICE)) {
      throw invalid("Credential should be scoped to correct service: '%s'.".formatted(SERVICE));
    }
    if (!Authorization.BASIC.format(given.at()).startsWith(given.date())) {
      throw invalid(
          "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date.");
    }
    if (!given.signedHeaders().contains("host") || !given.signedHeaders().contains("x-amz-date")) {
      throw invalid("'Host' and 'X-Amz-Date' must be 'SignedHeaders' in the AWS Authorization.");
    }
  }

  private void checkTime(Instant signed) {
    Instant now = clock.instant();
    String at = Authorization.BASIC.format(signed);
    if (signed.isBefore(now.minus(SKEW))) {
      throw invalid(
          "Signature expired: %s is now earlier than %s (%s - 5 min.)"
              .formatted(
                  at,
                  Authorization.BASIC.format(now.minus(SKEW)),
                  Authorization.BASIC.format(now)));
    }
    if (signed.isAfter(now.plus(SKEW))) {
      throw invalid(
          "Signature not yet current: %s is still later than %s (%s + 5 min.)"
              .formatted(
                  at, Authorization.BASIC.format(now.plus(SKEW)), Authorization.BASIC.format(now)));
    }
  }

  private static boolean matches(HttpCall call, Authorization given, AccessKey key) {
    String contentHash = BinaryUtils.toHex(SignerUtils.hash(call.body().asByteArray()));
    V4Properties properties =
        V4Properties.builder()
            .credentials(AwsCredentialsIdentity.create(key.id(), key.secret()))
            .credentialScope(new CredentialScope(given.region(), given.service(), given.at()))
            .signingClock(Clock.fixed(given.at(), ZoneOffset.UTC))
            .doubleUrlEncode(true)
            .normalizePath(true)
            .build();
    String wanted =
        new DefaultV4RequestSigner(properties, contentHash)
            .sign(signed(call, given))
            .getSignature();
    return MessageDigest.isEqual(
        wanted.getBytes(StandardCharsets.US_ASCII),
        given.signature().getBytes(StandardCharsets.US_ASCII));
  }

  /** The call as its sender signed it: with the headers that the sender names, and no others. */
  private static SdkHttpRequest.Builder signed(HttpCall call, Authorization given) {
    RequestTarget target = RequestTarget.of(call);
    SdkHttpRequest.Builder request =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.fromValue(call.method()))
            .protocol("https")
            .host("host")
            .encodedPath(target.path());
    target.query().forEach(request::putRawQueryParameter);
    for (String name : given.signedHeaders()) {
      request.putHeader(name, call.header(name).orElse(""));
    }
    return request;
  }

  private static GatewayError invalid(String message) {
    return new GatewayError(GatewayError.Type.INVALID_SIGNATURE, message);
  }
}
