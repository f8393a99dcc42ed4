package dev.drawbridge.simulator.elbv2;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ListenerAttribute;

/** Attributes of a Listener in the API's shape. */
final class ListenerAttributeShapes {
  private ListenerAttributeShapes() {}

  static List<ListenerAttribute> of(Map<String, String> attributes) {
    return attributes.entrySet().stream()
        .map(each -> ListenerAttribute.builder().key(each.getKey()).value(each.getValue()).build())
        .toList();
  }

  static Map<String, String> read(List<ListenerAttribute> attributes) {
    Combinations.distinct(attributes.stream().map(ListenerAttribute::key).toList());
    Map<String, String> read = new LinkedHashMap<>();
    attributes.forEach(each -> read.put(each.key(), each.value()));
    return read;
  }
}
