package dev.drawbridge.lab.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.drawbridge.lab.api.CallSigner;
import dev.drawbridge.lab.gameday.AwsAccount;
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
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/** Where the API is and who calls it: the usual chain of AWS credentials, regions and profiles. */
final class ApiConnection {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private static final Pattern URL = Pattern.compile("https?://[^\\s/]+(/\\S*)?");

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

    /** The problem's sentence; of several faults, which it repeats, each on a line of its own. */
    String problem() {
      JsonNode faults = body.path("faults");
      if (faults.size() < 2) {
        return body.path("detail").asText();
      }
      StringBuilder text = new StringBuilder(body.path("title").asText());
      faults.forEach(
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

  /** AWS itself, as whoever calls the API. */
  AwsAccount account() {
    AwsCredentials mine = credentials();
    return new AwsAccount(StaticCredentialsProvider.create(mine), region());
  }

  /** AWS itself, as somebody else. */
  AwsAccount account(String other) {
    AwsCredentials theirs = credentialsOf(other);
    return new AwsAccount(StaticCredentialsProvider.create(theirs), region());
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
      return reply(uri, response);
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
    if (!URL.matcher(api.strip()).matches()) {
      throw new LabException(
          "'%s' is not the address of an API; give a URL, for example http://127.0.0.1:4567"
              .formatted(api));
    }
    return api.strip().replaceAll("/+$", "");
  }

  private AwsCredentials credentials() {
    return profile == null ? usualCredentials() : credentialsOf(profile);
  }

  /** A profile that is named wins over the environment, as it does with the AWS CLI. */
  private static AwsCredentials credentialsOf(String profile) {
    try (ProfileCredentialsProvider provider = ProfileCredentialsProvider.create(profile)) {
      return provider.resolveCredentials();
    } catch (SdkClientException none) {
      throw suppressing(
          none,
          "no AWS credentials found in profile '%s'; name a profile of the AWS configuration files that has some, after `aws sso login` if it is one of IAM Identity Center"
              .formatted(profile));
    }
  }

  private static AwsCredentials usualCredentials() {
    try (DefaultCredentialsProvider provider = DefaultCredentialsProvider.builder().build()) {
      return provider.resolveCredentials();
    } catch (SdkClientException none) {
      String named = System.getenv("AWS_PROFILE");
      if (named != null) {
        return credentialsOf(named); // says what is wrong with that profile
      }
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
    return suppressing(
        e,
        "no AWS %s found; set %s, for the lab as `drawbridge lab` prints them"
            .formatted(what, variables));
  }

  private static LabException suppressing(SdkClientException e, String message) {
    LabException failure = new LabException(message);
    failure.addSuppressed(e);
    return failure;
  }

  /** Whatever is neither JSON nor a problem document is not from our API. */
  private static Reply reply(URI uri, HttpResponse<String> response) {
    int status = response.statusCode();
    JsonNode body = json(response.body());
    boolean ours = status / 100 == 2 ? body.isObject() : body.path("detail").isTextual();
    if (!ours) {
      throw new LabException(
          "%s answered HTTP %d%s, but not as Drawbridge's API does; give --api, or DRAWBRIDGE_API, the address of the API, not AWS's"
              .formatted(uri, status, said(body)));
    }
    return new Reply(status, body);
  }

  /** What a gateway, or AWS, says for itself. */
  private static String said(JsonNode body) {
    String message = body.path("message").asText(body.path("Message").asText(""));
    return message.isEmpty() ? "" : " (" + message + ")";
  }

  private static JsonNode json(String text) {
    try {
      return text.isEmpty() ? JsonNodeFactory.instance.missingNode() : JSON.readTree(text);
    } catch (JsonProcessingException notJson) {
      return JsonNodeFactory.instance.missingNode();
    }
  }
}
