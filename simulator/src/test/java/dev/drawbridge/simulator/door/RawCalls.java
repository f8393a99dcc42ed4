package dev.drawbridge.simulator.door;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.drawbridge.simulator.wire.HttpCall;
import dev.drawbridge.simulator.wire.HttpReply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.SdkBytes;

/** Requests as no SDK would send them, written by hand and signed for an account and a region. */
public final class RawCalls {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern CODE = Pattern.compile("<Code>(.*?)</Code>");
  private static final Pattern MESSAGE =
      Pattern.compile("<Message>(.*?)</Message>", Pattern.DOTALL);

  private final Door door;
  private final String account;
  private final String region;

  /** Calls of that account in that region. */
  public RawCalls(Door door, String account, String region) {
    this.door = door;
    this.account = account;
    this.region = region;
  }

  /** What came back of a call; the code is empty where it succeeded. */
  public record Answer(int status, String code, String message, String body) {}

  /** A form for a Query service; parameters are {@code Name=value&Name=value}, not encoded. */
  public Answer form(String service, String action, String parameters) {
    String body = "Action=" + action + (parameters.isEmpty() ? "" : "&" + parameters);
    return send(service, "POST", "/", body, Map.of());
  }

  /** A JSON body for a JSON service. */
  public Answer json(String service, String operation, String body) {
    return send(service, "POST", "/", body, Map.of("X-Amz-Target", "Any." + operation));
  }

  /** Any request. */
  public Answer send(
      String service, String method, String path, String body, Map<String, String> more) {
    Map<String, String> headers = new HashMap<>(more);
    headers.put(
        "Authorization",
        "AWS4-HMAC-SHA256 Credential=%s/20261126/%s/%s/aws4_request, SignedHeaders=host"
            .formatted(account, region, service));
    try {
      HttpReply reply =
          door.handle(new HttpCall(method, path, headers, SdkBytes.fromUtf8String(body)));
      return answer(reply);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Answer answer(HttpReply reply) throws IOException {
    String body = reply.body().asUtf8String();
    if (reply.status() < 300) {
      return new Answer(reply.status(), "", "", body);
    }
    if (body.startsWith("<")) {
      return new Answer(reply.status(), first(CODE, body), first(MESSAGE, body), body);
    }
    JsonNode json = JSON.readTree(body);
    String code = reply.headers().getOrDefault("x-amzn-ErrorType", json.path("__type").asText());
    String message = json.path("message").asText(json.path("Message").asText());
    return new Answer(reply.status(), code, message, body);
  }

  private static String first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? matcher.group(1).replace("&lt;", "<").replace("&gt;", ">") : "";
  }
}
