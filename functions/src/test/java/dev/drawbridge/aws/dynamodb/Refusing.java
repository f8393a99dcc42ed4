package dev.drawbridge.aws.dynamodb;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;

/** A DynamoDB that answers every call with the same error, and counts them. */
final class Refusing implements SdkHttpClient {
  private static final int BAD_REQUEST = 400;

  private final String code;
  private int asked;

  Refusing(String code) {
    this.code = code;
  }

  int asked() {
    return asked;
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() {
        asked++;
        String body = "{\"__type\":\"com.amazonaws.dynamodb.v20120810#%s\"}".formatted(code);
        return HttpExecuteResponse.builder()
            .response(SdkHttpResponse.builder().statusCode(BAD_REQUEST).build())
            .responseBody(
                AbortableInputStream.create(
                    new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))))
            .build();
      }

      @Override
      public void abort() {}
    };
  }

  @Override
  public void close() {}
}
