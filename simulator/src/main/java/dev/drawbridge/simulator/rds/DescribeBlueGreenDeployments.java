package dev.drawbridge.simulator.rds;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.ServiceError;
import java.util.List;
import software.amazon.awssdk.services.rds.model.BlueGreenDeployment;
import software.amazon.awssdk.services.rds.model.DescribeBlueGreenDeploymentsRequest;
import software.amazon.awssdk.services.rds.model.DescribeBlueGreenDeploymentsResponse;

/** Lists blue/green deployments, all of them on one page. */
record DescribeBlueGreenDeployments(BlueGreen blueGreen)
    implements Operation<
        DescribeBlueGreenDeploymentsRequest, DescribeBlueGreenDeploymentsResponse> {
  @Override
  public DescribeBlueGreenDeploymentsResponse handle(
      DescribeBlueGreenDeploymentsRequest request, Caller caller) {
    String asked = request.blueGreenDeploymentIdentifier();
    List<Deployment> found =
        Lookup.own(caller, blueGreen.deployments(), Deployment::id).stream()
            .filter(one -> asked == null || one.id().name().equals(asked))
            .toList();
    if (asked != null && found.isEmpty()) {
      throw ServiceError.of(
          404,
          "BlueGreenDeploymentNotFoundFault",
          "Blue/green deployment %s not found".formatted(asked));
    }
    return DescribeBlueGreenDeploymentsResponse.builder()
        .blueGreenDeployments(found.stream().map(DescribeBlueGreenDeployments::view).toList())
        .build();
  }

  private static BlueGreenDeployment view(Deployment deployment) {
    return BlueGreenDeployment.builder()
        .blueGreenDeploymentIdentifier(deployment.id().name())
        .blueGreenDeploymentName(deployment.id().name())
        .source(deployment.source().arn(deployment.kind()))
        .target(deployment.target().arn(deployment.kind()))
        .status(deployment.status())
        .build();
  }
}
