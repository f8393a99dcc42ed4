package dev.drawbridge.simulator.ec2;

import dev.drawbridge.simulator.call.Caller;
import java.util.List;

/**
 * A VPC endpoint service: the provider's side of PrivateLink.
 *
 * @param id {@code vpce-svc-} and 17 hexadecimal digits
 * @param clientToken the token it was made with, or empty
 * @param loadBalancerArns its Network Load Balancers
 * @param zoneIds the zones its load balancers had when it was last configured: a zone added to a
 *     load balancer is not in the service until then (AWS, "Configure an endpoint service")
 * @param acceptanceRequired whether each endpoint waits for approval
 * @param supportedRegions further regions whose consumers may connect
 * @param principals who may connect
 */
record EndpointService(
    String id,
    Caller owner,
    String clientToken,
    List<String> loadBalancerArns,
    List<String> zoneIds,
    boolean acceptanceRequired,
    List<String> supportedRegions,
    List<Principal> principals)
    implements Row {

  /**
   * One allowed principal.
   *
   * @param permissionId {@code vpce-svc-perm-} and 17 hexadecimal digits
   * @param arn an IAM ARN, or {@code *}
   */
  record Principal(String permissionId, String arn) {
    boolean matches(Caller caller) {
      String account = "arn:%s:iam::%s:".formatted(caller.partition(), caller.account());
      return arn.equals("*")
          || arn.equals(account + "root")
          || arn.equals(account + "role/" + caller.role());
    }

    /** The API's principal type. */
    String type() {
      if (arn.equals("*")) {
        return "All";
      }
      if (arn.endsWith(":root")) {
        return "Account";
      }
      return arn.contains(":role/") ? "Role" : "User";
    }
  }

  EndpointService {
    loadBalancerArns = List.copyOf(loadBalancerArns);
    zoneIds = List.copyOf(zoneIds);
    supportedRegions = List.copyOf(supportedRegions);
    principals = List.copyOf(principals);
  }

  /** The name that consumers use. */
  String name() {
    return "com.amazonaws.vpce.%s.%s".formatted(owner.region(), id);
  }

  /** The domain of its endpoints' names. */
  String domain() {
    return "%s.%s.vpce.amazonaws.com".formatted(id, owner.region());
  }

  boolean allows(Caller caller) {
    boolean reachable =
        caller.region().equals(owner.region()) || supportedRegions.contains(caller.region());
    return reachable && principals.stream().anyMatch(principal -> principal.matches(caller));
  }

  EndpointService withPrincipals(List<Principal> others) {
    return new EndpointService(
        id,
        owner,
        clientToken,
        loadBalancerArns,
        zoneIds,
        acceptanceRequired,
        supportedRegions,
        others);
  }
}
