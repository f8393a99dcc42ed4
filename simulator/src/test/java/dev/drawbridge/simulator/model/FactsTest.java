package dev.drawbridge.simulator.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.engine.time.VirtualScheduler;
import dev.drawbridge.simulator.Settings;
import dev.drawbridge.simulator.Simulator;
import dev.drawbridge.simulator.operation.OperationType;
import dev.drawbridge.simulator.operation.Registry;
import dev.drawbridge.simulator.operation.Service;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;

/** The facts of AWS's models and the door know of each other. */
class FactsTest {
  private final Registry registry =
      new Simulator(new VirtualScheduler(Instant.EPOCH, 1), Settings.published()).operations();

  @Test
  void every_operation_behind_the_door_has_facts() {
    List<String> without = new ArrayList<>();
    for (String service : registry.signingNames()) {
      for (String operation : registry.operationNames(service)) {
        if (ApiModel.of(service).operation(operation).isEmpty()) {
          without.add(service + ":" + operation);
        }
      }
    }
    assertThat(without).as("run simulator/api-facts").isEmpty();
  }

  @Test
  void every_member_that_the_facts_name_is_one_of_the_request() {
    List<String> unknown = new ArrayList<>();
    for (String service : registry.signingNames()) {
      Service found = registry.service(service).orElseThrow();
      for (String name : registry.operationNames(service)) {
        OperationType type = registry.operation(found, name).orElseThrow();
        ApiModel.of(service)
            .operation(name)
            .ifPresent(
                model ->
                    compare(
                        type.newRequest(), model.request(), service + ":" + name + " ", unknown));
      }
    }
    assertThat(unknown)
        .as("members that the SDK of this build does not know yet")
        .containsExactlyInAnyOrder(
            "dynamodb:CreateTable GlobalTableSettingsReplicationMode",
            "dynamodb:CreateTable GlobalTableSourceArn",
            "kms:Decrypt DryRunModifiers",
            "lambda:CreateEventSourceMapping LoggingConfig");
  }

  private static void compare(SdkPojo pojo, Member facts, String path, List<String> unknown) {
    for (Map.Entry<String, Member> entry : facts.members().entrySet()) {
      Optional<SdkField<?>> field =
          pojo.sdkFields().stream().filter(f -> f.memberName().equals(entry.getKey())).findFirst();
      if (field.isEmpty()) {
        unknown.add(path + entry.getKey());
      } else {
        below(field.get(), entry.getValue(), path + entry.getKey() + ".", unknown);
      }
    }
  }

  private static void below(SdkField<?> field, Member facts, String path, List<String> unknown) {
    if (facts.members().isEmpty()) {
      return;
    }
    Member element = facts.element();
    Member value = facts.value();
    if (element != null) {
      below(field.getTrait(ListTrait.class).memberFieldInfo(), element, path, unknown);
    } else if (value != null) {
      below(field.getTrait(MapTrait.class).valueFieldInfo(), value, path, unknown);
    } else if (facts.key() == null) {
      compare(field.constructor().get(), facts, path, unknown);
    }
  }
}
