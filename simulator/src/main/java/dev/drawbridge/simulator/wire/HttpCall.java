package dev.drawbridge.simulator.wire;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkBytes;

/**
 * A request as it came through the door.
 *
 * @param path with its query string, as sent
 * @param headers names in any case; one value each, as SDKs send them
 */
public record HttpCall(String method, String path, Map<String, String> headers, SdkBytes body) {

  /** Makes header names insensitive to case. */
  public HttpCall {
    Map<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    copy.putAll(headers);
    headers = copy;
  }

  /** A header's value. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** The body as UTF-8 text. */
  public String text() {
    return body.asUtf8String();
  }
}
