package dev.drawbridge.simulator.lambda;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Fields;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.ServiceError;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import software.amazon.awssdk.services.lambda.model.CreateFunctionRequest;
import software.amazon.awssdk.services.lambda.model.CreateFunctionResponse;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;

/** Keeps the code and configuration of a function; code of foreign runtimes is not run. */
record CreateFunction(LambdaService lambda, FunctionEntries entries, Predicate<String> assumable)
    implements Operation<CreateFunctionRequest, CreateFunctionResponse> {
  private static final int DEFAULT_TIMEOUT = 3;
  private static final int DEFAULT_MEMORY = 128;

  @Override
  public CreateFunctionResponse handle(CreateFunctionRequest request, Caller caller) {
    FunctionName named = FunctionName.parse(caller, request.functionName());
    String arn = named.arn();
    String name = named.name();
    if (entries.find(arn).isPresent()) {
      throw ServiceError.of(409, "ResourceConflictException", "Function already exist: " + name);
    }
    if (request.code().zipFile() == null) {
      throw ServiceError.client(
          "InvalidParameterValueException",
          "This simulator takes a function's code as a ZipFile, from no bucket and no registry.");
    }
    NewFunction.check(request);
    NewFunction.checkRole(request.role(), assumable);
    FunctionConfiguration configuration = configuration(request, arn, name);
    entries.put(
        new FunctionEntry(
            configuration, Optional.of(request.code().zipFile()), qualifiers(request), Map.of()));
    entries.tags().put(arn, request.tags());
    lambda.store(
        named,
        FunctionSettings.withRole(request.role().replaceFirst(".*/", ""))
            .timeout(Duration.ofSeconds(configuration.timeout())),
        new StoredCode(String.valueOf(request.runtimeAsString())));
    return reply(configuration);
  }

  private static Set<String> qualifiers(CreateFunctionRequest request) {
    return Boolean.TRUE.equals(request.publish())
        ? Set.of(FunctionName.LATEST, "1")
        : Set.of(FunctionName.LATEST);
  }

  private FunctionConfiguration configuration(
      CreateFunctionRequest request, String arn, String name) {
    FunctionConfiguration.Builder made =
        entries
            .ready(arn, name, request.code().zipFile().asByteArray())
            .runtime(request.runtimeAsString())
            .handler(request.handler())
            .role(request.role())
            .description(Optional.ofNullable(request.description()).orElse(""))
            .timeout(Optional.ofNullable(request.timeout()).orElse(DEFAULT_TIMEOUT))
            .memorySize(Optional.ofNullable(request.memorySize()).orElse(DEFAULT_MEMORY));
    if (request.environment() != null) {
      made.environment(each -> each.variables(request.environment().variables()));
    }
    if (request.hasArchitectures()) {
      made.architectures(request.architectures());
    }
    return made.build();
  }

  private static CreateFunctionResponse reply(FunctionConfiguration made) {
    CreateFunctionResponse.Builder reply = CreateFunctionResponse.builder();
    Fields.copy(made, reply);
    return reply.build();
  }
}
