package dev.drawbridge.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.fasterxml.jackson.databind.JsonNode;
import dev.drawbridge.aws.lambda.WarmFunctions;
import dev.drawbridge.error.Conflict;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WorkerTest {
  private final StringBuilder log = new StringBuilder();

  /** An invocation without a task asks its context for nothing but the log. */
  private final Context context =
      (Context)
          Proxy.newProxyInstance(
              WorkerTest.class.getClassLoader(),
              new Class<?>[] {Context.class},
              (proxy, method, arguments) -> {
                if (method.getName().equals("getLogger")) {
                  return new LambdaLogger() {
                    @Override
                    public void log(String message) {
                      log.append(message);
                    }

                    @Override
                    public void log(byte[] message) {
                      throw new AssertionError("text is expected");
                    }
                  };
                }
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
    worker.failure = new IllegalStateException("no answer");
    assertThat(warmUp()).isEqualTo(WarmFunctions.PAYLOAD);
    worker.failure = null;
    warmUp();
    warmUp();
    assertThat(worker.reads).isEqualTo(2);
  }

  @Test
  void what_priming_cannot_read_is_logged() throws IOException {
    worker.failure = new IllegalStateException("no answer");
    warmUp();
    assertThat(log.toString()).contains("not primed", "Reader", "no answer");
  }

  @Test
  void an_error_is_an_answer_and_primes_as_well() throws IOException {
    worker.failure = new Conflict("AWS has answered");
    warmUp();
    warmUp();
    assertThat(worker.reads).isEqualTo(1);
    assertThat(log.toString()).isEmpty();
  }

  @Test
  void a_call_that_fails_does_not_keep_the_next_from_being_tried() throws IOException {
    worker.failure = new IllegalStateException("no answer");
    warmUp();
    assertThat(worker.later).isEqualTo(1);
  }

  private String warmUp() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    worker.handleRequest(
        new ByteArrayInputStream(WarmFunctions.PAYLOAD.getBytes(UTF_8)), out, context);
    return out.toString(UTF_8);
  }

  private static final class Reader extends Worker<JsonNode, String> {
    private int reads;
    private int later;
    private @Nullable RuntimeException failure;

    Reader() {
      super(JsonNode.class);
    }

    @Override
    protected List<Runnable> priming() {
      return List.of(this::read, () -> later++);
    }

    private void read() {
      reads++;
      if (failure != null) {
        throw failure;
      }
    }

    @Override
    public String handle(JsonNode input) {
      throw new AssertionError("no task");
    }
  }
}
