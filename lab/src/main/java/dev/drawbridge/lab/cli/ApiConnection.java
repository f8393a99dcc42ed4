package dev.drawbridge.lab.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.drawbridge.lab.api.CallSigner;
import dev.drawbridge.lab.process.LabException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/** Where the API is and who calls it: the usual chain of AWS credentials, regions and profiles. */
final class ApiConnection {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  /** Java's own client sets these. */
  private static final Set<String> OWN = Set.of("host", "content-length", "connection");

  @Option(
      names = "--api",
      paramLabel = "URL",
      description = "Where the API is. Default: the environment variable DRAWBRIDGE_API.")
  private @Nullable String api = System.getenv("DRAWBRIDGE_API");

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      description = "Profile of the AWS configuration files. Default: the usual one.")
  private @Nullable String profile;

  /** What the API answered. */
  record Reply(int status, JsonNode body) {
    boolean succeeded() {
      return status / 100 == 2;
    }

    /** The problem's sentence, and each fault on a line of its own. */
    String problem() {
      StringBuilder text = new StringBuilder(body.path("detail").asText("HTTP " + status));
      body.path("faults")
          .forEach(
              fault ->
                  text.append(
                      "%n  %s: %s"
                          .formatted(fault.path("field").asText(), fault.path("detail").asText())));
      return text.toString();
    }
  }

  Reply call(String method, String path) {
    return call(method, path, "", Map.of());
  }

  Reply call(String method, String path, JsonNode body, Map<String, String> headers) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.put("Content-Type", "application/json");
    return call(method, path, body.toString(), all);
  }

  private Reply call(String method, String path, String body, Map<String, String> headers) {
    CallSigner signer = new CallSigner(region(), Clock.systemUTC());
    AwsCredentials credentials = credentials();
    URI uri = URI.create(base() + path);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .timeout(PATIENCE)
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    signer
        .sign(credentials, method, uri, body, headers)
        .forEach(
            (name, value) -> {
              if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
                request.header(name, value);
              }
            });
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
      return new Reply(response.statusCode(), json(response.body()));
    } catch (IOException e) {
      throw new LabException("no answer from %s: %s".formatted(uri, why(e)), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LabException("interrupted while waiting for " + uri, e);
    }
  }

  /** Java's client gives a refused connection no message. */
  private static String why(IOException failure) {
    String said = failure.getMessage();
    if (said != null) {
      return said;
    }
    return failure instanceof ConnectException
        ? "nobody listens there; is the lab running, and is this its address?"
        : failure.getClass().getSimpleName();
  }

  private String base() {
    if (api == null || api.isBlank()) {
      throw new LabException("no address of the API; set DRAWBRIDGE_API or give --api URL");
    }
    return api.replaceAll("/+$", "");
  }

  private AwsCredentials credentials() {
    try (DefaultCredentialsProvider provider =
        DefaultCredentialsProvider.builder().profileName(profile).build()) {
      return provider.resolveCredentials();
    } catch (SdkClientException none) {
      throw missing("credentials", "AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY", none);
    }
  }

  private String region() {
    try {
      return DefaultAwsRegionProviderChain.builder().profileName(profile).build().getRegion().id();
    } catch (SdkClientException none) {
      throw missing("region", "AWS_REGION", none);
    }
  }

  /** The SDK's own message is a list of all the places where it has looked. */
  private static LabException missing(String what, String variables, SdkClientException e) {
    LabException failure =
        new LabException(
            "no AWS %s found; set %s, for the lab as `drawbridge lab` prints them"
                .formatted(what, variables));
    failure.addSuppressed(e);
    return failure;
  }

  private static JsonNode json(String text) {
    try {
      return text.isEmpty() ? JsonNodeFactory.instance.missingNode() : JSON.readTree(text);
    } catch (JsonProcessingException notJson) {
      return JsonNodeFactory.instance.objectNode().put("detail", text);
    }
  }
}
