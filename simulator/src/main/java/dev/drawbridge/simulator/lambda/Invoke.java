package dev.drawbridge.simulator.lambda;

import dev.drawbridge.engine.time.Scheduler;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.ServiceError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.model.InvokeRequest;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;

/** Invokes a function and waits for its answer, or leaves it to run. */
record Invoke(LambdaService lambda, FunctionEntries entries, Scheduler scheduler)
    implements Operation<InvokeRequest, InvokeResponse> {
  /** More than any start and time-out together: Lambda's longest time-out is 15 minutes. */
  private static final Duration PATIENCE = Duration.ofMinutes(20);

  @Override
  public InvokeResponse handle(InvokeRequest request, Caller caller) {
    FunctionName named = FunctionName.parse(caller, request.functionName(), request.qualifier());
    entries.get(named, "InvokeFunction", caller);
    String function = named.invokedArn();
    String payload =
        Optional.ofNullable(request.payload())
            .map(SdkBytes::asUtf8String)
            .filter(text -> !text.isBlank())
            .orElse("{}");
    String type = Optional.ofNullable(request.invocationTypeAsString()).orElse("RequestResponse");
    InvocationPayload.check(type, payload);
    return switch (type) {
      case "RequestResponse" -> answer(caller, function, payload);
      case "Event" -> {
        lambda.invokeAsync(caller, function, payload);
        yield InvokeResponse.builder().statusCode(202).build();
      }
      case "DryRun" -> {
        lambda.timeout(caller, function);
        yield InvokeResponse.builder().statusCode(204).build();
      }
      default ->
          throw ServiceError.client(
              "InvalidParameterValueException",
              "The invocation type '%s' is not valid".formatted(type));
    };
  }

  private InvokeResponse answer(Caller caller, String function, String payload) {
    List<InvocationResult> results = new ArrayList<>(1);
    lambda.invoke(caller, function, payload, results::add);
    if (!scheduler.await(() -> !results.isEmpty(), PATIENCE)) {
      throw ServiceError.of(500, "ServiceException", "The function did not answer");
    }
    InvocationResult result = results.getFirst();
    return InvokeResponse.builder()
        .statusCode(200)
        .executedVersion(result.version())
        .functionError(result.functionError().orElse(null))
        .payload(SdkBytes.fromUtf8String(result.payload()))
        .build();
  }
}
