package dev.drawbridge.simulator.stepfunctions.api;

import dev.drawbridge.simulator.stepfunctions.Alias;
import dev.drawbridge.simulator.stepfunctions.StateMachine;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sfn.model.RoutingConfigurationListItem;
import software.amazon.awssdk.services.sfn.model.Tag;

/** Between the API's shapes and the service's records. */
final class Shapes {
  private Shapes() {}

  static Map<String, String> tags(List<Tag> tags) {
    return tags.stream().collect(Collectors.toMap(Tag::key, Tag::value, (first, last) -> last));
  }

  static String versionArn(StateMachine machine, StateMachine.Version version) {
    return machine.arn() + ":" + version.number();
  }

  static List<Alias.Route> routes(List<RoutingConfigurationListItem> routes) {
    return routes.stream()
        .map(route -> new Alias.Route(route.stateMachineVersionArn(), route.weight()))
        .toList();
  }
}
