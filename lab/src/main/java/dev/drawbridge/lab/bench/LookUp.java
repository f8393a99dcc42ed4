package dev.drawbridge.lab.bench;

import dev.drawbridge.aws.Clients;
import dev.drawbridge.lab.scenario.Exposure;
import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.simulator.Simulator;
import dev.drawbridge.simulator.dns.CachingResolver;
import dev.drawbridge.simulator.lambda.Invocation;
import dev.drawbridge.simulator.lambda.LambdaFunction;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;

/**
 * A function that asks DNS once and registers the answer. It is given our target group, with our
 * fast health check and delay of zero, and registers before it deregisters: better than its models.
 *
 * @param name whom it asks for
 */
record LookUp(Exposure exposure, Clients clients, String name) implements LambdaFunction {

  @Override
  public void handle(InputStream in, OutputStream out, Invocation invocation) throws IOException {
    Simulator world = exposure.scenario().world();
    String vpc = exposure.scenario().provider().vpc().id();
    List<String> answers =
        new CachingResolver(world.scheduler(), world.zones(), world.settings().dns(), vpc)
            .resolve(name);
    String group = exposure.writerGroupArn();
    List<String> registered =
        clients
            .elb()
            .describeTargetHealth(r -> r.targetGroupArn(group))
            .targetHealthDescriptions()
            .stream()
            .map(each -> each.target().id())
            .toList();
    answers.stream()
        .filter(address -> !registered.contains(address))
        .forEach(
            address ->
                clients.elb().registerTargets(r -> r.targetGroupArn(group).targets(at(address))));
    registered.stream()
        .filter(address -> !answers.contains(address))
        .forEach(
            address ->
                clients.elb().deregisterTargets(r -> r.targetGroupArn(group).targets(at(address))));
    out.write("{}".getBytes(StandardCharsets.UTF_8));
  }

  static LookUp of(Exposure exposure, String name) {
    Scenario scenario = exposure.scenario();
    return new LookUp(exposure, scenario.installation().clientsOf("rival"), name);
  }

  private TargetDescription at(String address) {
    return TargetDescription.builder().id(address).port(exposure.databasePort()).build();
  }
}
