package dev.drawbridge.aws.elbv2;

import dev.drawbridge.aws.Pairs;
import dev.drawbridge.plan.Ownership;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Tag;

/** Tags of ELBv2 resources, which its own Describe calls leave out. */
final class ElbTags {
  /** DescribeTags takes at most so many ARNs. */
  private static final int PAGE = 20;

  private final ElasticLoadBalancingV2Client elb;

  ElbTags(ElasticLoadBalancingV2Client elb) {
    this.elb = elb;
  }

  /** The tags of each resource, by ARN. */
  Map<String, Map<String, String>> of(List<String> arns) {
    Map<String, Map<String, String>> all = new HashMap<>();
    for (int from = 0; from < arns.size(); from += PAGE) {
      List<String> page = arns.subList(from, Math.min(from + PAGE, arns.size()));
      elb.describeTags(r -> r.resourceArns(page))
          .tagDescriptions()
          .forEach(
              found -> all.put(found.resourceArn(), Pairs.of(found.tags(), Tag::key, Tag::value)));
    }
    return all;
  }

  /** The tags of each resource, by ARN, if all are ours. */
  Map<String, Map<String, String>> require(List<String> arns, String databaseArn) {
    Map<String, Map<String, String>> tags = of(arns);
    arns.forEach(arn -> Ownership.require(tags.getOrDefault(arn, Map.of()), databaseArn, arn));
    return tags;
  }

  /** Our tags in ELBv2's shape. */
  static List<Tag> ours(String databaseArn) {
    return of(Ownership.tags(databaseArn));
  }

  /** Tags in ELBv2's shape. */
  static List<Tag> of(Map<String, String> tags) {
    return tags.entrySet().stream()
        .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
        .toList();
  }
}
