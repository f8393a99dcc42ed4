package dev.drawbridge.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;

class WorkerTest {
  /** An invocation without a task asks its context for nothing. */
  private static final Context NONE =
      (Context)
          Proxy.newProxyInstance(
              WorkerTest.class.getClassLoader(),
              new Class<?>[] {Context.class},
              (proxy, method, arguments) -> {
                throw new AssertionError(method);
              });

  private final Reader worker = new Reader();

  @Test
  void an_environment_is_primed_once() throws IOException {
    warmUp();
    warmUp();
    assertThat(worker.reads).isEqualTo(1);
  }

  @Test
  void what_priming_cannot_read_is_tried_again_and_fails_nothing() throws IOException {
    worker.unreadable = true;
    assertThat(warmUp()).isEqualTo(WarmUp.PAYLOAD);
    worker.unreadable = false;
    warmUp();
    warmUp();
    assertThat(worker.reads).isEqualTo(2);
  }

  private String warmUp() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    worker.handleRequest(new ByteArrayInputStream(WarmUp.PAYLOAD.getBytes(UTF_8)), out, NONE);
    return out.toString(UTF_8);
  }

  private static final class Reader extends Worker<JsonNode, String> {
    private int reads;
    private boolean unreadable;

    Reader() {
      super(JsonNode.class);
    }

    @Override
    protected void prime() {
      reads++;
      if (unreadable) {
        throw new IllegalStateException("no answer");
      }
    }

    @Override
    public String handle(JsonNode input) {
      throw new AssertionError("no task");
    }
  }
}
