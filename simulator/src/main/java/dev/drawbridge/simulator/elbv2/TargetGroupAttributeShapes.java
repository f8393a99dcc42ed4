package dev.drawbridge.simulator.elbv2;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupAttribute;

/** Attributes of a TargetGroup in the API's shape. */
final class TargetGroupAttributeShapes {
  private TargetGroupAttributeShapes() {}

  static List<TargetGroupAttribute> of(Map<String, String> attributes) {
    return attributes.entrySet().stream()
        .map(
            each ->
                TargetGroupAttribute.builder().key(each.getKey()).value(each.getValue()).build())
        .toList();
  }

  static Map<String, String> read(List<TargetGroupAttribute> attributes) {
    Combinations.distinct(attributes.stream().map(TargetGroupAttribute::key).toList());
    Map<String, String> read = new LinkedHashMap<>();
    attributes.forEach(each -> read.put(each.key(), each.value()));
    return read;
  }
}
