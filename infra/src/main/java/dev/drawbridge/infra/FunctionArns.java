package dev.drawbridge.infra;

import dev.drawbridge.workflows.Catalogue;
import java.util.List;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.ArnFormat;
import software.amazon.awscdk.Stack;

/** The ARNs of the functions, made from their names: one function is told of others. */
final class FunctionArns {
  private final Stack stack;

  FunctionArns(Stack stack) {
    this.stack = stack;
  }

  /** The aliases of the functions that are kept warm. */
  List<String> keptAlive() {
    return Catalogue.keptAlive().stream().map(this::live).toList();
  }

  /** The alias of a function. */
  String live(String worker) {
    String name = WorkerLambda.functionName(worker) + ":" + StateMachineArns.LIVE;
    return stack.formatArn(
        ArnComponents.builder()
            .service("lambda")
            .resource("function")
            .resourceName(name)
            .arnFormat(ArnFormat.COLON_RESOURCE_NAME)
            .build());
  }
}
