package dev.drawbridge.lab.peers;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drawbridge.lab.database.Dialect;
import dev.drawbridge.lab.scenario.Approver;
import dev.drawbridge.lab.scenario.Encounter;
import dev.drawbridge.lab.scenario.Exposure;
import dev.drawbridge.lab.scenario.RequestText;
import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.simulator.rds.DbId;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;

/**
 * The connection strings of an onboarding's result. What differs in a lab is put in their place: an
 * address for the endpoint's name, no TLS, the database's name, and for Aurora's variable the one
 * that other servers have.
 *
 * @param exposure that the consumer was onboarded to
 * @param strings by the client that each is for
 */
record PastedStrings(Exposure exposure, Map<String, String> strings) {
  /** Onboards a consumer to a database with ports for its instances. */
  static PastedStrings of(Scenario scenario, DbId database) {
    scenario.expose(RequestText.ofOwner("orders").with("instancePorts", true));
    Approver approver = scenario.approver("grace@example.com");
    Encounter encounter =
        Encounter.start(scenario, scenario.consumer(), approver, RequestText.to("orders").json());
    VpcEndpoint endpoint = encounter.finish();
    Exposure exposure = Exposure.through(scenario, database, endpoint);
    String name = endpoint.dnsEntries().getFirst().dnsName();
    Map<String, String> strings = new LinkedHashMap<>();
    for (JsonNode each : encounter.run().output().path("connections")) {
      strings.put(
          each.path("client").asText(),
          inLab(each.path("paste").asText().replace(name, exposure.address())));
    }
    return new PastedStrings(exposure, strings);
  }

  /** The string for the client whose title begins so. */
  String of(String client) {
    return strings.entrySet().stream()
        .filter(each -> each.getKey().startsWith(client))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow(() -> new AssertionError(client + " is not among " + strings.keySet()));
  }

  private static String inLab(String paste) {
    return paste
        .replace("sslmode=require", "sslmode=disable")
        .replace("sslMode=REQUIRED", "sslMode=DISABLED")
        .replace("sslMode=trust", "sslMode=disable")
        .replace("@@innodb_read_only", "@@global.read_only")
        .replace("/postgres?", "/" + Dialect.DATABASE + "?")
        .replace("/?", "/" + Dialect.DATABASE + "?");
  }
}
