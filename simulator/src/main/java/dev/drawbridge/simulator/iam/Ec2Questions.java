package dev.drawbridge.simulator.iam;

import dev.drawbridge.simulator.call.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.ec2.model.AcceptVpcEndpointConnectionsRequest;
import software.amazon.awssdk.services.ec2.model.AuthorizeSecurityGroupIngressRequest;
import software.amazon.awssdk.services.ec2.model.CreateSecurityGroupRequest;
import software.amazon.awssdk.services.ec2.model.CreateTagsRequest;
import software.amazon.awssdk.services.ec2.model.CreateVpcEndpointConnectionNotificationRequest;
import software.amazon.awssdk.services.ec2.model.CreateVpcEndpointServiceConfigurationRequest;
import software.amazon.awssdk.services.ec2.model.DeleteSecurityGroupRequest;
import software.amazon.awssdk.services.ec2.model.DeleteTagsRequest;
import software.amazon.awssdk.services.ec2.model.DeleteVpcEndpointServiceConfigurationsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointServicePermissionsRequest;
import software.amazon.awssdk.services.ec2.model.ModifyVpcEndpointServiceConfigurationRequest;
import software.amazon.awssdk.services.ec2.model.ModifyVpcEndpointServicePermissionsRequest;
import software.amazon.awssdk.services.ec2.model.RejectVpcEndpointConnectionsRequest;
import software.amazon.awssdk.services.ec2.model.RevokeSecurityGroupIngressRequest;
import software.amazon.awssdk.services.ec2.model.StartVpcEndpointServicePrivateDnsVerificationRequest;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/**
 * What is asked about calls of EC2. Whoever creates with tags needs CreateTags, too, on the
 * resource to be ("Grant permission to tag Amazon EC2 resources during creation", EC2 User Guide);
 * what is created has no id yet, so its ARN ends in a star. Describe calls know no resource, but
 * one.
 */
final class Ec2Questions {
  private static final String SERVICE = "ec2";
  private static final String GROUP = "security-group";
  private static final String RULE = "security-group-rule";
  private static final String ENDPOINT_SERVICE = "vpc-endpoint-service";

  private final Facts facts;

  Ec2Questions(Facts facts) {
    this.facts = facts;
  }

  void addTo(Questions all) {
    groups(all);
    endpointServices(all);
    all.on(CreateTagsRequest.class, this::createTags)
        .on(DeleteTagsRequest.class, (r, c) -> each("DeleteTags", r.resources(), c));
  }

  private void groups(Questions all) {
    all.on(
            CreateSecurityGroupRequest.class,
            (r, c) -> {
              List<Authorization> asked =
                  new ArrayList<>(created("CreateSecurityGroup", GROUP, r.tagSpecifications(), c));
              asked.add(bearing("CreateSecurityGroup", "vpc/" + r.vpcId(), c));
              return asked;
            })
        .on(
            AuthorizeSecurityGroupIngressRequest.class,
            (r, c) -> {
              String verb = "AuthorizeSecurityGroupIngress";
              List<Authorization> asked =
                  new ArrayList<>(List.of(bearing(verb, GROUP + "/" + r.groupId(), c)));
              asked.addAll(created(verb, RULE, r.tagSpecifications(), c));
              return asked;
            })
        .on(
            RevokeSecurityGroupIngressRequest.class,
            (r, c) -> List.of(bearing("RevokeSecurityGroupIngress", GROUP + "/" + r.groupId(), c)))
        .on(
            DeleteSecurityGroupRequest.class,
            (r, c) -> List.of(bearing("DeleteSecurityGroup", GROUP + "/" + r.groupId(), c)));
  }

  private void endpointServices(Questions all) {
    all.on(
            CreateVpcEndpointServiceConfigurationRequest.class,
            (r, c) ->
                withRegions(
                    created(
                        "CreateVpcEndpointServiceConfiguration",
                        ENDPOINT_SERVICE,
                        r.tagSpecifications(),
                        c),
                    ENDPOINT_SERVICE + "/*",
                    r.supportedRegions(),
                    c))
        .on(
            StartVpcEndpointServicePrivateDnsVerificationRequest.class,
            (r, c) -> service("StartVpcEndpointServicePrivateDnsVerification", r.serviceId(), c))
        .on(
            CreateVpcEndpointConnectionNotificationRequest.class,
            (r, c) ->
                r.serviceId() == null
                    ? List.of(
                        bearing(
                            "CreateVpcEndpointConnectionNotification",
                            "vpc-endpoint/" + r.vpcEndpointId(),
                            c))
                    : service("CreateVpcEndpointConnectionNotification", r.serviceId(), c))
        .on(
            ModifyVpcEndpointServicePermissionsRequest.class,
            (r, c) -> service("ModifyVpcEndpointServicePermissions", r.serviceId(), c))
        .on(
            ModifyVpcEndpointServiceConfigurationRequest.class,
            (r, c) ->
                withRegions(
                    service("ModifyVpcEndpointServiceConfiguration", r.serviceId(), c),
                    ENDPOINT_SERVICE + "/" + r.serviceId(),
                    r.addSupportedRegions(),
                    c))
        .on(
            DescribeVpcEndpointServicePermissionsRequest.class,
            (r, c) -> service("DescribeVpcEndpointServicePermissions", r.serviceId(), c))
        .on(
            AcceptVpcEndpointConnectionsRequest.class,
            (r, c) -> service("AcceptVpcEndpointConnections", r.serviceId(), c))
        .on(
            RejectVpcEndpointConnectionsRequest.class,
            (r, c) -> service("RejectVpcEndpointConnections", r.serviceId(), c))
        .on(
            DeleteVpcEndpointServiceConfigurationsRequest.class,
            (r, c) ->
                r.serviceIds().stream()
                    .flatMap(
                        id -> service("DeleteVpcEndpointServiceConfigurations", id, c).stream())
                    .toList());
  }

  /**
   * Whoever lets other regions in needs a permission of its own, which no call bears the name of
   * ("Share your services through AWS PrivateLink", cross-Region access). UNCONFIRMED whether AWS
   * asks for it where a region is taken away: here it does not.
   */
  private static List<Authorization> withRegions(
      List<Authorization> asked, String resource, List<String> regions, Caller caller) {
    if (regions.isEmpty()) {
      return asked;
    }
    List<Authorization> all = new ArrayList<>();
    asked.forEach(
        each -> all.add(each.with("ec2:VpceSupportedRegion", regions.toArray(String[]::new))));
    all.add(Authorization.of("vpce:AllowMultiRegion").on(caller.arn(SERVICE, resource)));
    return all;
  }

  private List<Authorization> createTags(CreateTagsRequest request, Caller caller) {
    return each("CreateTags", request.resources(), caller).stream()
        .map(asked -> asked.with(Tagging.request(map(request.tags()))))
        .toList();
  }

  private List<Authorization> service(String verb, String id, Caller caller) {
    return List.of(bearing(verb, ENDPOINT_SERVICE + "/" + id, caller));
  }

  /** About something that is to be, and about the tags that it is to bear. */
  private static List<Authorization> created(
      String verb, String type, List<TagSpecification> specifications, Caller caller) {
    List<Tag> tags = specifications.stream().flatMap(each -> each.tags().stream()).toList();
    Map<String, List<String>> context = Tagging.request(map(tags));
    Authorization create = ask(verb, type + "/*", caller).with(context);
    return tags.isEmpty()
        ? List.of(create)
        : List.of(
            create,
            ask("CreateTags", type + "/*", caller).with(context).with("ec2:CreateAction", verb));
  }

  private List<Authorization> each(String verb, List<String> ids, Caller caller) {
    return ids.stream().map(id -> bearing(verb, type(id) + "/" + id, caller)).toList();
  }

  /** About a resource that is there, with the tags that it bears. */
  private Authorization bearing(String verb, String resource, Caller caller) {
    Authorization asked = ask(verb, resource, caller);
    return asked.with(Tagging.resource(SERVICE, facts.tags(asked.resource())));
  }

  private static Authorization ask(String verb, String resource, Caller caller) {
    return Authorization.of(SERVICE + ":" + verb)
        .on(caller.arn(SERVICE, resource))
        .with("ec2:Region", caller.region());
  }

  private static String type(String id) {
    String prefix = id.substring(0, Math.max(0, id.lastIndexOf('-')));
    return switch (prefix) {
      case "sg" -> GROUP;
      case "sgr" -> RULE;
      case "vpce-svc" -> ENDPOINT_SERVICE;
      case "vpce" -> "vpc-endpoint";
      default -> prefix;
    };
  }

  private static Map<String, String> map(List<Tag> tags) {
    Map<String, String> map = new TreeMap<>();
    tags.forEach(tag -> map.put(tag.key(), tag.value() == null ? "" : tag.value()));
    return map;
  }
}
