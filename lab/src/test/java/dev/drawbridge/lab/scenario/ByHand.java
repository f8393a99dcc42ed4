package dev.drawbridge.lab.scenario;

import dev.drawbridge.aws.dynamodb.Exposures;
import dev.drawbridge.aws.dynamodb.Leases;
import dev.drawbridge.aws.dynamodb.Table;
import dev.drawbridge.simulator.lambda.InvocationResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetTypeEnum;

/** What somebody does in the provider's account past Drawbridge. */
public final class ByHand {
  private static final String TABLE = "drawbridge";

  private ByHand() {}

  /** Puts an item into the table. */
  public static void put(Scenario scenario, Map<String, AttributeValue> item) {
    table(scenario).putItem(r -> r.tableName(TABLE).item(item));
  }

  /** Deletes the item that has the key of this one. */
  public static void delete(Scenario scenario, Map<String, AttributeValue> item) {
    Map<String, AttributeValue> key =
        Map.of(
            "pk", Objects.requireNonNull(item.get("pk")),
            "sk", Objects.requireNonNull(item.get("sk")));
    table(scenario).deleteItem(r -> r.tableName(TABLE).key(key));
  }

  /** All items of the table, whatever their keys. */
  public static List<Map<String, AttributeValue>> items(Scenario scenario) {
    return scenario.world().dynamoDb().items(Scenario.PROVIDER, TABLE);
  }

  /** The text of an attribute that an item has to have. */
  public static String text(Map<String, AttributeValue> item, String attribute) {
    return Objects.requireNonNull(item.get(attribute)).s();
  }

  /** What is on record of databases' exposures. */
  public static Exposures exposures(Scenario scenario) {
    return new Exposures(new Table(scenario.installation().clientsOf("administrator"), TABLE));
  }

  /** Who works on databases at the moment. */
  public static Leases leases(Scenario scenario) {
    return new Leases(new Table(scenario.installation().clientsOf("administrator"), TABLE));
  }

  /** Tags for something of EC2's that is made. */
  public static TagSpecification tagged(ResourceType type, Map<String, String> tags) {
    return TagSpecification.builder()
        .resourceType(type)
        .tags(
            tags.entrySet().stream()
                .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList())
        .build();
  }

  /** Invokes a worker, and lets the world go on until it answers. */
  public static InvocationResult invoke(Scenario scenario, String worker, String event) {
    List<InvocationResult> results = new ArrayList<>();
    scenario
        .world()
        .lambda()
        .invoke(Scenario.PROVIDER, scenario.installation().arn(worker), event, results::add);
    scenario.world().scheduler().await(() -> !results.isEmpty(), Duration.ofMinutes(2));
    return results.getFirst();
  }

  /** Registers targets that are no database's: the same address at each of these ports. */
  public static void register(Scenario scenario, String group, String address, IntStream ports) {
    List<TargetDescription> targets =
        ports.mapToObj(port -> TargetDescription.builder().id(address).port(port).build()).toList();
    scenario
        .installation()
        .clientsOf("administrator")
        .elb()
        .registerTargets(r -> r.targetGroupArn(group).targets(targets));
  }

  private static DynamoDbClient table(Scenario scenario) {
    return scenario.installation().clientsOf("administrator").dynamoDb();
  }

  /** A target group without tags; returns its ARN. */
  static String targetGroup(Scenario scenario, String name) {
    return scenario
        .installation()
        .clientsOf("administrator")
        .elb()
        .createTargetGroup(
            r ->
                r.name(name)
                    .protocol(ProtocolEnum.TCP)
                    .port(3306)
                    .targetType(TargetTypeEnum.IP)
                    .vpcId(scenario.provider().vpc().id()))
        .targetGroups()
        .getFirst()
        .targetGroupArn();
  }
}
