package dev.drawbridge.simulator.stepfunctions.api;

import dev.drawbridge.engine.definition.Definitions;
import dev.drawbridge.engine.definition.Diagnostic;
import dev.drawbridge.engine.integration.AwsIntegrations;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.stepfunctions.Errors;
import java.util.List;
import software.amazon.awssdk.services.sfn.model.StateMachineType;
import software.amazon.awssdk.services.sfn.model.ValidateStateMachineDefinitionDiagnostic;
import software.amazon.awssdk.services.sfn.model.ValidateStateMachineDefinitionRequest;
import software.amazon.awssdk.services.sfn.model.ValidateStateMachineDefinitionResponse;
import software.amazon.awssdk.services.sfn.model.ValidateStateMachineDefinitionResultCode;
import software.amazon.awssdk.services.sfn.model.ValidateStateMachineDefinitionSeverity;

/** Says what is wrong with a definition without creating anything. */
final class ValidateStateMachineDefinition
    implements Operation<
        ValidateStateMachineDefinitionRequest, ValidateStateMachineDefinitionResponse> {
  @Override
  public ValidateStateMachineDefinitionResponse handle(
      ValidateStateMachineDefinitionRequest request, Caller caller) {
    List<Diagnostic> diagnostics =
        Errors.answered(
            () ->
                Definitions.diagnose(
                    request.definition(),
                    request.type() == StateMachineType.EXPRESS,
                    AwsIntegrations.catalogue()));
    return ValidateStateMachineDefinitionResponse.builder()
        .result(
            diagnostics.isEmpty()
                ? ValidateStateMachineDefinitionResultCode.OK
                : ValidateStateMachineDefinitionResultCode.FAIL)
        .diagnostics(diagnostics.stream().map(ValidateStateMachineDefinition::shape).toList())
        .build();
  }

  private static ValidateStateMachineDefinitionDiagnostic shape(Diagnostic diagnostic) {
    return ValidateStateMachineDefinitionDiagnostic.builder()
        .severity(ValidateStateMachineDefinitionSeverity.ERROR)
        .code(diagnostic.code())
        .message(diagnostic.message())
        .location(diagnostic.location())
        .build();
  }
}
