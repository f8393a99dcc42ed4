package dev.drawbridge.simulator.wire;

import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;

/** A response on its way out of the door. */
public record HttpReply(int status, Map<String, String> headers, SdkBytes body) {

  /** A response with a text body. */
  static HttpReply of(int status, String contentType, String body) {
    return new HttpReply(
        status, Map.of("Content-Type", contentType), SdkBytes.fromUtf8String(body));
  }
}
