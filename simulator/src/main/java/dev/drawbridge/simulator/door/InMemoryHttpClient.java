package dev.drawbridge.simulator.door;

import dev.drawbridge.simulator.wire.HttpCall;
import dev.drawbridge.simulator.wire.HttpReply;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullResponse;
import software.amazon.awssdk.http.SdkHttpRequest;

/** Lets the AWS SDK's own clients knock at the door without a socket. */
public final class InMemoryHttpClient implements SdkHttpClient {
  private final Door door;

  /** A client of {@code door}. */
  public InMemoryHttpClient(Door door) {
    this.door = door;
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        return response(door.handle(read(request)));
      }

      @Override
      public void abort() {
        // A call is served at once; there is nothing under way to abort.
      }
    };
  }

  @Override
  public void close() {
    // Holds nothing open.
  }

  private static HttpCall read(HttpExecuteRequest request) throws IOException {
    SdkHttpRequest http = request.httpRequest();
    Map<String, String> headers = new LinkedHashMap<>();
    http.forEachHeader((name, values) -> headers.put(name, String.join(",", values)));
    String query = http.encodedQueryParameters().map(text -> "?" + text).orElse("");
    SdkBytes body = SdkBytes.fromUtf8String("");
    if (request.contentStreamProvider().isPresent()) {
      try (var stream = request.contentStreamProvider().get().newStream()) {
        body = SdkBytes.fromInputStream(stream);
      }
    }
    return new HttpCall(http.method().name(), http.encodedPath() + query, headers, body);
  }

  private static HttpExecuteResponse response(HttpReply reply) {
    var response = SdkHttpFullResponse.builder().statusCode(reply.status());
    reply.headers().forEach(response::putHeader);
    return HttpExecuteResponse.builder()
        .response(response.build())
        .responseBody(AbortableInputStream.create(reply.body().asInputStream()))
        .build();
  }
}
