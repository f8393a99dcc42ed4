package dev.drawbridge.lab.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.drawbridge.aws.Clients;
import dev.drawbridge.lab.api.ApiCaller;
import dev.drawbridge.lab.runs.Outlook;
import dev.drawbridge.lab.runs.RunStanding;
import dev.drawbridge.lab.runs.Runs;
import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.simulator.dns.Zones;
import dev.drawbridge.workflows.StateGraph;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthDescription;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBInstance;

/**
 * Looks at the world from outside: as AWS's APIs show it to an operator, and as Drawbridge's own
 * API shows it to an owner and an approver.
 */
final class LabLook {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Scenario scenario;
  private final Runs runs;
  private final LabLog log;
  private final UnaryOperator<String> link;
  private final Clients operator;
  private final ApiCaller owner;
  private final ApiCaller approver;
  private final Map<String, StateGraph> graphs = StateGraph.all();

  /**
   * Looks at that scenario.
   *
   * @param link where a question is answered, by its id
   */
  LabLook(Scenario scenario, Runs runs, LabLog log, UnaryOperator<String> link) {
    this.scenario = scenario;
    this.runs = runs;
    this.log = log;
    this.link = link;
    this.operator = scenario.installation().clientsOf("operator");
    this.owner = scenario.caller(scenario.people().operator("page@example.com"));
    this.approver = scenario.caller(scenario.people().approver("page@example.com"));
  }

  /** The graph of a state machine. */
  StateGraph graph(String machine) {
    return Optional.ofNullable(graphs.get(machine))
        .orElseThrow(() -> new IllegalArgumentException("no state machine is named " + machine));
  }

  /** One look. */
  LabView look() {
    List<DBInstance> instances = operator.rds().describeDBInstances().dbInstances();
    return new LabView(
        scenario.world().scheduler().now(),
        databases(instances),
        targetGroups(instances),
        connections(),
        questions(),
        runs.all().reversed().stream()
            .sorted(Comparator.comparing(run -> !run.running())) // those that go on come first
            .map(this::run)
            .toList(),
        log.tail());
  }

  private List<LabView.Database> databases(List<DBInstance> instances) {
    Stream<LabView.Database> clusters =
        operator.rds().describeDBClusters().dbClusters().stream()
            .map(cluster -> database(cluster, instances));
    Stream<LabView.Database> single =
        instances.stream()
            .filter(each -> each.dbClusterIdentifier() == null)
            .map(
                each ->
                    database(
                        each.dbInstanceIdentifier(),
                        each.dbInstanceArn(),
                        List.of(instance(each, "writer"))));
    return Stream.concat(clusters, single).toList();
  }

  private LabView.Database database(DBCluster cluster, List<DBInstance> instances) {
    Map<String, String> roles =
        cluster.dbClusterMembers().stream()
            .collect(
                Collectors.toMap(
                    member -> member.dbInstanceIdentifier(),
                    member -> member.isClusterWriter() ? "writer" : "reader"));
    return database(
        cluster.dbClusterIdentifier(),
        cluster.dbClusterArn(),
        instances.stream()
            .filter(each -> roles.containsKey(each.dbInstanceIdentifier()))
            .map(each -> instance(each, roles.getOrDefault(each.dbInstanceIdentifier(), "reader")))
            .toList());
  }

  private LabView.Database database(String name, String arn, List<LabView.Instance> instances) {
    ApiCaller.Reply reply = owner.call("GET", "/databases/" + name);
    JsonNode seen = reply.succeeded() ? reply.body() : JSON.missingNode();
    JsonNode sound = seen.at("/inspection/sound");
    return new LabView.Database(
        name,
        arn,
        instances,
        seen.path("exposed").asBoolean(),
        sound.isBoolean() ? sound.asBoolean() : null,
        seen.path("hold").textValue(),
        seen.path("serviceId").textValue(),
        texts(seen.at("/inspection/findings"), "text"),
        settings(seen.path("settings")),
        seen.path("consumers")
            .valueStream()
            .map(
                consumer ->
                    new LabView.Consumer(
                        consumer.path("principal").asText(), consumer.path("state").asText()))
            .toList());
  }

  private static Map<String, String> settings(JsonNode settings) {
    Map<String, String> all = new TreeMap<>();
    settings.properties().forEach(entry -> all.put(entry.getKey(), entry.getValue().asText()));
    return all;
  }

  private LabView.Instance instance(DBInstance instance, String role) {
    String name = instance.dbInstanceIdentifier();
    return new LabView.Instance(name, role, instance.dbInstanceStatus(), address(instance));
  }

  /** The address that the endpoint's name has, which is the address of a target. */
  private String address(DBInstance instance) {
    return instance.endpoint() == null
        ? ""
        : scenario
            .world()
            .scheduler()
            .exclusively(
                () ->
                    scenario
                        .world()
                        .zones()
                        .lookup(Zones.PUBLIC, instance.endpoint().address())
                        .map(answer -> answer.addresses().getFirst())
                        .orElse(""));
  }

  private List<LabView.TargetGroup> targetGroups(List<DBInstance> instances) {
    Map<String, String> names = new TreeMap<>();
    for (DBInstance each : instances) {
      names.put(address(each), each.dbInstanceIdentifier());
    }
    return operator.elb().describeTargetGroups(r -> {}).targetGroups().stream()
        .map(
            group ->
                new LabView.TargetGroup(
                    group.targetGroupName(), targets(group.targetGroupArn(), names)))
        .toList();
  }

  private List<LabView.Target> targets(String groupArn, Map<String, String> names) {
    return operator
        .elb()
        .describeTargetHealth(r -> r.targetGroupArn(groupArn))
        .targetHealthDescriptions()
        .stream()
        .map(target -> target(target, names))
        .toList();
  }

  private static LabView.Target target(TargetHealthDescription target, Map<String, String> names) {
    return new LabView.Target(
        names.get(target.target().id()),
        target.target().id(),
        target.target().port(),
        target.targetHealth().stateAsString());
  }

  private List<LabView.Connection> connections() {
    return operator.ec2().describeVpcEndpointConnections(r -> {}).vpcEndpointConnections().stream()
        .map(
            each ->
                new LabView.Connection(
                    each.vpcEndpointId(),
                    each.vpcEndpointOwner(),
                    each.vpcEndpointStateAsString(),
                    each.serviceId()))
        .toList();
  }

  private List<LabView.Question> questions() {
    ApiCaller.Reply reply = approver.call("GET", "/approvals");
    return (reply.succeeded() ? reply.body().path("approvals") : JSON.missingNode())
        .valueStream()
        .filter(asked -> asked.path("status").asText().equals("PENDING"))
        .map(this::question)
        .toList();
  }

  private LabView.Question question(JsonNode asked) {
    String id = asked.path("id").asText();
    return new LabView.Question(
        id,
        asked.at("/subject/consumerAccountId").asText(),
        asked.at("/subject/databaseIdentifier").asText(),
        asked.path("lacks").asInt(),
        link.apply(id));
  }

  private LabView.Run run(RunStanding run) {
    Optional<Outlook> outlook = Outlook.of(run, graph(run.machine()));
    return new LabView.Run(
        run.arn(),
        run.machine(),
        run.name(),
        run.status(),
        run.state(),
        run.since(),
        outlook.map(Outlook::waitsFor).orElse(null),
        outlook.map(Outlook::next).orElse(List.of()),
        run.went().stream().map(RunStanding.Step::to).distinct().toList(),
        run.failure().orElse(null));
  }

  private static List<String> texts(JsonNode array, String field) {
    return array.valueStream().map(entry -> entry.path(field).asText()).toList();
  }
}
