package dev.drawbridge.simulator.ec2;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.ec2.EndpointService.Principal;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.ServiceError;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.AddedPrincipal;
import software.amazon.awssdk.services.ec2.model.ModifyVpcEndpointServicePermissionsRequest;
import software.amazon.awssdk.services.ec2.model.ModifyVpcEndpointServicePermissionsResponse;

/**
 * Removing a principal does not cut the endpoints it has (AWS, "Configure an endpoint service").
 */
record ModifyVpcEndpointServicePermissions(Ec2State state)
    implements Operation<
        ModifyVpcEndpointServicePermissionsRequest, ModifyVpcEndpointServicePermissionsResponse> {
  @Override
  public ModifyVpcEndpointServicePermissionsResponse handle(
      ModifyVpcEndpointServicePermissionsRequest request, Caller caller) {
    DryRun.check(request.dryRun());
    if (request.addAllowedPrincipals().isEmpty() && request.removeAllowedPrincipals().isEmpty()) {
      throw ServiceError.client(
          "MissingParameter",
          "The request must contain the parameter AddAllowedPrincipals or RemoveAllowedPrincipals");
    }
    EndpointService service = state.services.require(request.serviceId(), caller);
    request.addAllowedPrincipals().forEach(arn -> check(arn, caller));
    List<Principal> kept =
        service.principals().stream()
            .filter(each -> !request.removeAllowedPrincipals().contains(each.arn()))
            .toList();
    List<Principal> added =
        request.addAllowedPrincipals().stream()
            .distinct()
            .filter(arn -> kept.stream().noneMatch(each -> each.arn().equals(arn)))
            .map(arn -> new Principal(state.ids.next("vpce-svc-perm"), arn))
            .toList();
    List<Principal> all = new ArrayList<>(kept);
    all.addAll(added);
    state.services.put(service.withPrincipals(all));
    return ModifyVpcEndpointServicePermissionsResponse.builder()
        .returnValue(true)
        .addedPrincipals(added.stream().map(each -> shape(service, each)).toList())
        .build();
  }

  private static void check(String arn, Caller caller) {
    String valid = "arn:%s:iam::\\d{12}:(root|user/[^/]+|role/[^/]+)".formatted(caller.partition());
    if (!arn.equals("*") && !arn.matches(valid)) {
      throw ServiceError.client("InvalidPrincipal", "Invalid Principal: '%s'".formatted(arn));
    }
  }

  private static AddedPrincipal shape(EndpointService service, Principal principal) {
    return AddedPrincipal.builder()
        .serviceId(service.id())
        .servicePermissionId(principal.permissionId())
        .principal(principal.arn())
        .principalType(principal.type())
        .build();
  }
}
