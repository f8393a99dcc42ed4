package dev.drawbridge.lab.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;

/** Leaves out of every Describe call what it asks for, so that the answer holds everything. */
record ForgetfulHttpClient(SdkHttpClient real) implements SdkHttpClient {
  private static final Pattern ASKED =
      Pattern.compile(
          "(Filters?|Names|LoadBalancerArns|ZoneName)\\..*|DBClusterIdentifier"
              + "|DBInstanceIdentifier");

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return real.prepareRequest(forgetting(request));
  }

  @Override
  public void close() {
    real.close();
  }

  private static HttpExecuteRequest forgetting(HttpExecuteRequest request) {
    String form = request.contentStreamProvider().map(ForgetfulHttpClient::text).orElse("");
    if (!form.startsWith("Action=Describe")) {
      return request;
    }
    byte[] left =
        Arrays.stream(form.split("&", -1))
            .filter(field -> !ASKED.matcher(field.split("=", -1)[0]).matches())
            .collect(Collectors.joining("&"))
            .getBytes(UTF_8);
    SdkHttpRequest http =
        request.httpRequest().toBuilder()
            .putHeader("Content-Length", String.valueOf(left.length))
            .build();
    return HttpExecuteRequest.builder()
        .request(http)
        .contentStreamProvider(ContentStreamProvider.fromByteArray(left))
        .build();
  }

  private static String text(ContentStreamProvider body) {
    try (var stream = body.newStream()) {
      return new String(stream.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("a body in memory was not read", e);
    }
  }
}
