package dev.drawbridge.lab.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.drawbridge.simulator.apigateway.FrontDoor;
import dev.drawbridge.simulator.call.AccessKey;
import dev.drawbridge.simulator.wire.HttpCall;
import dev.drawbridge.simulator.wire.HttpReply;
import java.net.URI;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/**
 * Somebody with credentials who calls the API of a simulated world.
 *
 * @param clock the world's: signatures age in its time
 */
public record ApiCaller(FrontDoor door, AccessKey key, InstantSource clock) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String HOST = "https://drawbridge.test";

  /** An answer. */
  public record Reply(int status, Map<String, String> headers, JsonNode body) {
    /** Whether it is a 2xx. */
    public boolean succeeded() {
      return status / 100 == 2;
    }
  }

  /** Calls without a body. */
  public Reply call(String method, String path) {
    return call(method, path, "", Map.of());
  }

  /** Calls with a JSON body. */
  public Reply call(String method, String path, String body) {
    return call(method, path, body, Map.of("Content-Type", "application/json"));
  }

  /** Calls with headers of one's own. */
  public Reply call(String method, String path, String body, Map<String, String> headers) {
    return send(signed(method, path, body, headers));
  }

  /** The id of the first onboarding that the API lists for this caller. */
  public String onboardingId() {
    return call("GET", "/onboardings").body().at("/onboardings/0/id").asText();
  }

  /** A call that is signed now, and may be sent later. */
  public HttpCall signed(String method, String path, String body, Map<String, String> headers) {
    Clock now = Clock.fixed(clock.instant(), ZoneOffset.UTC);
    Map<String, String> all =
        new CallSigner(door.api().region(), now)
            .sign(credentials(), method, URI.create(HOST + path), body, headers);
    return new HttpCall(method, path, all, SdkBytes.fromUtf8String(body));
  }

  /** Sends a call as it is. */
  public Reply send(HttpCall call) {
    HttpReply reply = door.handle(call);
    String text = reply.body().asUtf8String();
    try {
      return new Reply(
          reply.status(),
          reply.headers(),
          text.isEmpty() ? JSON.missingNode() : JSON.readTree(text));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the API answered what is not JSON: " + text, e);
    }
  }

  private AwsCredentialsIdentity credentials() {
    return key.sessionToken().isPresent()
        ? AwsSessionCredentialsIdentity.create(key.id(), key.secret(), key.sessionToken().get())
        : AwsCredentialsIdentity.create(key.id(), key.secret());
  }
}
