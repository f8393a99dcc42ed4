package dev.drawbridge.lab.installation;

import dev.drawbridge.engine.time.Scheduler;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/**
 * Sends calls to Step Functions to another engine, over a socket, and all others to the door. While
 * such a call is on its way its caller gives the world up: the engine may need it to answer.
 */
final class StatesElsewhere implements SdkHttpClient {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String SCOPE = "/states/aws4_request";

  private final SdkHttpClient here;
  private final SdkHttpClient sockets = UrlConnectionHttpClient.create();
  private final URI endpoint;
  private final Scheduler scheduler;

  StatesElsewhere(SdkHttpClient here, URI endpoint, Scheduler scheduler) {
    this.here = here;
    this.endpoint = endpoint;
    this.scheduler = scheduler;
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    boolean states =
        request
            .httpRequest()
            .firstMatchingHeader("Authorization")
            .filter(scope -> scope.contains(SCOPE))
            .isPresent();
    return states ? elsewhere(request) : here.prepareRequest(request);
  }

  @Override
  public void close() {
    here.close();
    sockets.close();
  }

  private ExecutableHttpRequest elsewhere(HttpExecuteRequest request) {
    SdkHttpRequest there =
        request.httpRequest().toBuilder()
            .protocol(endpoint.getScheme())
            .host(endpoint.getHost())
            .port(endpoint.getPort())
            .build();
    ExecutableHttpRequest call =
        sockets.prepareRequest(
            HttpExecuteRequest.builder()
                .request(there)
                .contentStreamProvider(request.contentStreamProvider().orElse(null))
                .build());
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        return outside(call);
      }

      @Override
      public void abort() {
        call.abort();
      }
    };
  }

  private HttpExecuteResponse outside(ExecutableHttpRequest call) throws IOException {
    CompletableFuture<HttpExecuteResponse> answer = new CompletableFuture<>();
    Thread.startVirtualThread(
        () -> {
          try {
            answer.complete(call.call());
          } catch (IOException | RuntimeException failure) {
            answer.completeExceptionally(failure);
          }
        });
    scheduler.await(answer::isDone, PATIENCE);
    if (!answer.isDone()) {
      throw new IOException("no answer from " + endpoint + " within " + PATIENCE);
    }
    try {
      return answer.join();
    } catch (CompletionException failure) {
      throw new IOException("no answer from " + endpoint, failure.getCause());
    }
  }
}
