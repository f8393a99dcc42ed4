package dev.drawbridge.simulator.elbv2;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerAttribute;

/** Attributes of a LoadBalancer in the API's shape. */
final class LoadBalancerAttributeShapes {
  private LoadBalancerAttributeShapes() {}

  static List<LoadBalancerAttribute> of(Map<String, String> attributes) {
    return attributes.entrySet().stream()
        .map(
            each ->
                LoadBalancerAttribute.builder().key(each.getKey()).value(each.getValue()).build())
        .toList();
  }

  static Map<String, String> read(List<LoadBalancerAttribute> attributes) {
    Combinations.distinct(attributes.stream().map(LoadBalancerAttribute::key).toList());
    Map<String, String> read = new LinkedHashMap<>();
    attributes.forEach(each -> read.put(each.key(), each.value()));
    return read;
  }
}
