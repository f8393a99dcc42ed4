package dev.drawbridge.simulator.iam;

import dev.drawbridge.simulator.call.Caller;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.AddTagsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateListenerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateLoadBalancerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateTargetGroupRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteListenerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteLoadBalancerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteTargetGroupRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeregisterTargetsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyListenerAttributesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyListenerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyLoadBalancerAttributesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyTargetGroupAttributesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyTargetGroupRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RegisterTargetsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RemoveTagsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.SetSecurityGroupsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.SetSubnetsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Tag;

/**
 * What is asked about calls of Elastic Load Balancing. Its Describe calls know no resource.
 *
 * <p>Whoever creates with tags needs AddTags, too, on the resource to be ("Tag resources during
 * creation", Elastic Load Balancing User Guide).
 */
final class ElbQuestions {
  private static final String SERVICE = "elasticloadbalancing";
  private static final String LINKED = "elasticloadbalancing.amazonaws.com";

  private final Facts facts;

  ElbQuestions(Facts facts) {
    this.facts = facts;
  }

  void addTo(Questions all) {
    all.on(CreateTargetGroupRequest.class, this::createTargetGroup)
        .on(CreateLoadBalancerRequest.class, this::createLoadBalancer)
        .on(CreateListenerRequest.class, this::createListener)
        .on(AddTagsRequest.class, this::addTags)
        .on(RemoveTagsRequest.class, (r, c) -> each("RemoveTags", r.resourceArns()))
        .on(RegisterTargetsRequest.class, (r, c) -> to("RegisterTargets", r.targetGroupArn()))
        .on(DeregisterTargetsRequest.class, (r, c) -> to("DeregisterTargets", r.targetGroupArn()))
        .on(ModifyTargetGroupRequest.class, (r, c) -> to("ModifyTargetGroup", r.targetGroupArn()))
        .on(
            ModifyTargetGroupAttributesRequest.class,
            (r, c) -> to("ModifyTargetGroupAttributes", r.targetGroupArn()))
        .on(DeleteTargetGroupRequest.class, (r, c) -> to("DeleteTargetGroup", r.targetGroupArn()))
        .on(ModifyListenerRequest.class, (r, c) -> to("ModifyListener", r.listenerArn()))
        .on(
            ModifyListenerAttributesRequest.class,
            (r, c) -> to("ModifyListenerAttributes", r.listenerArn()))
        .on(DeleteListenerRequest.class, (r, c) -> to("DeleteListener", r.listenerArn()))
        .on(
            ModifyLoadBalancerAttributesRequest.class,
            (r, c) -> to("ModifyLoadBalancerAttributes", r.loadBalancerArn()))
        .on(SetSecurityGroupsRequest.class, (r, c) -> to("SetSecurityGroups", r.loadBalancerArn()))
        .on(SetSubnetsRequest.class, (r, c) -> to("SetSubnets", r.loadBalancerArn()))
        .on(
            DeleteLoadBalancerRequest.class,
            (r, c) -> to("DeleteLoadBalancer", r.loadBalancerArn()));
  }

  private List<Authorization> createTargetGroup(CreateTargetGroupRequest request, Caller caller) {
    String arn = caller.arn(SERVICE, "targetgroup/%s/*".formatted(request.name()));
    return tagged(ask("CreateTargetGroup", arn), request.tags(), List.of(arn));
  }

  private List<Authorization> createLoadBalancer(CreateLoadBalancerRequest request, Caller caller) {
    String kind = "network".equals(request.typeAsString()) ? "net" : "app";
    String arn = caller.arn(SERVICE, "loadbalancer/%s/%s/*".formatted(kind, request.name()));
    String scheme = request.schemeAsString() == null ? "internet-facing" : request.schemeAsString();
    Authorization create =
        ask("CreateLoadBalancer", arn)
            .with("elasticloadbalancing:Scheme", scheme)
            .with("elasticloadbalancing:SecurityGroup", array(request.securityGroups()))
            .with("elasticloadbalancing:Subnet", array(request.subnets()));
    List<Authorization> all = new ArrayList<>(tagged(create, request.tags(), List.of(arn)));
    if (!facts.hasLoadBalancer(caller)) {
      all.add(linkedRole(caller));
    }
    return all;
  }

  /**
   * The first load balancer of an account makes the role that the service acts with. Here it is
   * asked about again when there is none any more: to grant it costs nothing.
   */
  private static Authorization linkedRole(Caller caller) {
    String role =
        "arn:%s:iam::%s:role/aws-service-role/%s/AWSServiceRoleForElasticLoadBalancing"
            .formatted(caller.partition(), caller.account(), LINKED);
    return Authorization.of("iam:CreateServiceLinkedRole")
        .on(role)
        .with("iam:AWSServiceName", LINKED);
  }

  /**
   * UNCONFIRMED which resource AddTags is asked about: refusals name the listener
   * (terraform-aws-eks-blueprints#717) or the load balancer (aws-load-balancer-controller#3086).
   * Both are asked about, so that both are granted.
   */
  private List<Authorization> createListener(CreateListenerRequest request, Caller caller) {
    String loadBalancer = String.valueOf(request.loadBalancerArn());
    String listener = loadBalancer.replace(":loadbalancer/", ":listener/") + "/*";
    Authorization create =
        bearing("CreateListener", loadBalancer)
            .with("elasticloadbalancing:ListenerProtocol", String.valueOf(request.protocol()));
    return tagged(create, request.tags(), List.of(listener, loadBalancer));
  }

  private List<Authorization> addTags(AddTagsRequest request, Caller caller) {
    return each("AddTags", request.resourceArns()).stream()
        .map(asked -> asked.with(Tagging.request(map(request.tags()))))
        .toList();
  }

  private static List<Authorization> tagged(
      Authorization create, List<Tag> tags, List<String> taggedArns) {
    Map<String, List<String>> context = Tagging.request(map(tags));
    List<Authorization> all = new ArrayList<>(List.of(create.with(context)));
    if (!tags.isEmpty()) {
      String verb = create.action().substring(SERVICE.length() + 1);
      for (String arn : taggedArns) {
        all.add(ask("AddTags", arn).with(context).with("elasticloadbalancing:CreateAction", verb));
      }
    }
    return all;
  }

  private List<Authorization> to(String verb, @Nullable String arn) {
    return List.of(bearing(verb, arn));
  }

  private List<Authorization> each(String verb, Collection<String> arns) {
    return arns.stream().map(arn -> bearing(verb, arn)).toList();
  }

  /** About a resource that is there, with the tags that it bears. */
  private Authorization bearing(String verb, @Nullable String arn) {
    Authorization asked = ask(verb, arn);
    return asked.with(Tagging.resource(SERVICE, facts.tags(asked.resource())));
  }

  /** What is missing in a request is refused later, by the operation. */
  private static Authorization ask(String verb, @Nullable String arn) {
    return Authorization.of(SERVICE + ":" + verb).on(arn == null ? "*" : arn);
  }

  private static Map<String, String> map(List<Tag> tags) {
    Map<String, String> map = new TreeMap<>();
    tags.forEach(tag -> map.put(tag.key(), tag.value() == null ? "" : tag.value()));
    return map;
  }

  private static String[] array(List<String> texts) {
    return texts.toArray(String[]::new);
  }
}
