package dev.drawbridge.lab.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * Leaves an element out of every answer in XML, as AWS may where its model does not require it.
 *
 * @param element its name, or several with {@code |} between them
 * @param left how often one was left out
 */
record SparseHttpClient(SdkHttpClient real, String element, AtomicInteger left)
    implements SdkHttpClient {

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    ExecutableHttpRequest prepared = real.prepareRequest(request);
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        return sparse(prepared.call());
      }

      @Override
      public void abort() {
        prepared.abort();
      }
    };
  }

  @Override
  public void close() {
    real.close();
  }

  private HttpExecuteResponse sparse(HttpExecuteResponse whole) throws IOException {
    if (whole.responseBody().isEmpty()) {
      return whole;
    }
    String text = new String(whole.responseBody().get().readAllBytes(), UTF_8);
    byte[] rest = without(text).getBytes(UTF_8);
    return HttpExecuteResponse.builder()
        .response(
            whole.httpResponse().toBuilder()
                .putHeader("Content-Length", String.valueOf(rest.length))
                .build())
        .responseBody(AbortableInputStream.create(new ByteArrayInputStream(rest)))
        .build();
  }

  private String without(String xml) {
    return Pattern.compile("<(%s)>[^<]*</\\1>".formatted(element))
        .matcher(xml)
        .replaceAll(
            found -> {
              left.incrementAndGet();
              return "";
            });
  }
}
