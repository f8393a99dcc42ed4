package dev.drawbridge.runtime;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.LambdaRuntime;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.type.TypeFactory;
import dev.drawbridge.aws.ErrorTable;
import dev.drawbridge.error.NotReady;
import dev.drawbridge.model.Metrics;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crac.Core;
import org.crac.Resource;
import org.jspecify.annotations.Nullable;

/**
 * The base of every worker: one Lambda function, one task, one record in, one record out.
 *
 * <p>A stream handler, because Lambda's own serializer cannot read records. Errors leave as one of
 * the four of {@code dev.drawbridge.error}; subclasses hold no catch blocks, unless one of many
 * things that they look at must not spoil the others.
 *
 * @param <I> the input record
 * @param <O> the output record
 */
public abstract class Worker<I, O> implements RequestStreamHandler, Resource {
  private final Class<I> inputType;
  private final Json json;
  private boolean primed;

  /** A worker between states: unknown fields of its input are ignored. */
  protected Worker(Class<I> inputType) {
    this(inputType, Json.LENIENT);
  }

  /** A worker that says itself how strictly its input is read. */
  protected Worker(Class<I> inputType, Json json) {
    this.inputType = inputType;
    this.json = json;
    if ("snap-start".equals(System.getenv("AWS_LAMBDA_INITIALIZATION_TYPE"))) {
      Core.getGlobalContext().register(this);
    }
  }

  /** Our error for any exception, for workers that answer it instead of failing with it. */
  protected static RuntimeException translated(RuntimeException failure) {
    return ErrorTable.translate(failure);
  }

  /** Does the task. Must be safe to run again after it has taken effect: any reply can be lost. */
  public abstract O handle(I input);

  /**
   * Reads for nothing, at least one through each AWS client that the worker uses, so that its first
   * task waits neither for classes nor for connections: run once in each execution environment,
   * before a snapshot is taken or by the first invocation that keeps it warm. Any answer will do,
   * an error as well; nothing may change, and nothing that was read may be kept.
   */
  protected List<Runnable> priming() {
    return List.of();
  }

  /**
   * What the log says of an output that nobody receives. Inputs and outputs are not logged else.
   */
  protected Optional<String> remark(O output) {
    return Optional.empty();
  }

  /** What CloudWatch is told of the output. */
  protected Optional<Metrics> metrics(O output) {
    return Optional.empty();
  }

  @Override
  public final void handleRequest(InputStream in, OutputStream out, Context context)
      throws IOException {
    byte[] bytes = in.readAllBytes();
    try {
      if (WarmUp.is(bytes)) {
        primeOnce(context.getLogger());
        out.write(bytes);
        return;
      }
      O output = handle(json.read(bytes, inputType));
      log(context, null, remark(output));
      metrics(output).ifPresent(metrics -> context.getLogger().log(MetricLine.of(metrics) + "\n"));
      out.write(json.write(output));
    } catch (RuntimeException failure) {
      RuntimeException ours = ErrorTable.translate(failure);
      log(context, ours, Optional.of(told(failure, ours)));
      throw Outgoing.of(ours);
    }
  }

  @Override
  public final void beforeCheckpoint(org.crac.Context<? extends Resource> context) {
    primeOnce(LambdaRuntime.getLogger());
  }

  @Override
  public final void afterRestore(org.crac.Context<? extends Resource> context) {
    // Nothing to renew: credentials renew themselves, random numbers come from the system.
  }

  private void primeOnce(LambdaLogger log) {
    if (primed) {
      return;
    }
    json.prepare(inputType, outputType());
    List<String> failures = priming().stream().flatMap(step -> failure(step).stream()).toList();
    primed = failures.isEmpty();
    if (!primed) {
      // Nobody waits for what was read, but a worker without credentials would hide behind that.
      Map<String, String> line = new LinkedHashMap<>();
      line.put("level", "WARN");
      line.put("worker", getClass().getSimpleName());
      line.put("outcome", "not primed");
      line.put("message", String.join("; ", failures));
      log.log(new String(json.write(line), StandardCharsets.UTF_8) + "\n");
    }
  }

  private static Optional<String> failure(Runnable step) {
    try {
      step.run();
      return Optional.empty();
    } catch (RuntimeException failure) {
      return ErrorTable.isAnswer(failure)
          ? Optional.empty()
          : Optional.of(String.valueOf(ErrorTable.translate(failure).getMessage()));
    }
  }

  /** What the subclass has written for {@code O}. */
  private JavaType outputType() {
    TypeFactory types = json.mapper().getTypeFactory();
    return types.findTypeParameters(types.constructType(getClass()), Worker.class)[1];
  }

  /** Where our own error does not say it all, the trace of what it was made from as well. */
  private static String told(RuntimeException failure, RuntimeException ours) {
    if (Outgoing.isOurs(failure)) {
      return String.valueOf(ours.getMessage());
    }
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    return ours.getMessage() + "\n" + trace;
  }

  /** One line an invocation. Inputs and outputs are not logged: some hold task tokens. */
  private void log(Context context, @Nullable RuntimeException failure, Optional<String> message) {
    Map<String, String> line = new LinkedHashMap<>();
    line.put("level", failure == null || failure instanceof NotReady ? "INFO" : "ERROR");
    line.put("worker", getClass().getSimpleName());
    line.put("requestId", context.getAwsRequestId());
    line.put("outcome", failure == null ? "done" : failure.getClass().getSimpleName());
    message.ifPresent(text -> line.put("message", text));
    context.getLogger().log(new String(json.write(line), StandardCharsets.UTF_8) + "\n");
  }
}
