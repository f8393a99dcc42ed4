package dev.drawbridge.lab.api;

import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/**
 * Signs calls of a REST API with Signature Version 4.
 *
 * @param region of the API
 */
public record CallSigner(String region, Clock clock) {

  /** The headers that a call has to be sent with; the host's is among them. */
  public Map<String, String> sign(
      AwsCredentialsIdentity credentials,
      String method,
      URI uri,
      String body,
      Map<String, String> headers) {
    SdkHttpRequest.Builder request =
        SdkHttpRequest.builder().method(SdkHttpMethod.fromValue(method)).uri(uri);
    headers.forEach(request::putHeader);
    SdkBytes payload = SdkBytes.fromUtf8String(body);
    SdkHttpRequest signed =
        AwsV4HttpSigner.create()
            .sign(
                r ->
                    r.identity(credentials)
                        .request(request.build())
                        .payload(payload::asInputStream)
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "execute-api")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                        .putProperty(HttpSigner.SIGNING_CLOCK, clock))
            .request();
    Map<String, String> all = new LinkedHashMap<>();
    signed.forEachHeader((name, values) -> all.put(name, values.getFirst()));
    return all;
  }
}
