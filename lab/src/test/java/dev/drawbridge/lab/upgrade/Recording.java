package dev.drawbridge.lab.upgrade;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drawbridge.lab.scenario.ByHand;
import dev.drawbridge.lab.scenario.Onboarding;
import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.model.ApprovalSubject;
import dev.drawbridge.plan.SubjectDigest;
import dev.drawbridge.runtime.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

/**
 * An execution as a release left it while it waited: what went into the waiting state, and what the
 * table held.
 *
 * @param input of the state
 * @param items of the table, records of deeds left out
 */
record Recording(JsonNode input, List<Map<String, AttributeValue>> items) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TABLE = "drawbridge";
  private static final String DIGEST = "SUBJECT-DIGEST";

  /** What waits here and now. */
  static Recording of(Scenario scenario, Onboarding run, String state) throws IOException {
    String input =
        run.history().stream()
            .map(HistoryEvent::stateEnteredEventDetails)
            .filter(Objects::nonNull)
            .filter(entered -> entered.name().equals(state))
            .reduce((first, second) -> second)
            .orElseThrow()
            .input();
    return new Recording(JSON.readTree(input), kept(scenario));
  }

  private static List<Map<String, AttributeValue>> kept(Scenario scenario) {
    return scenario.world().dynamoDb().items(Scenario.PROVIDER, TABLE).stream()
        .filter(item -> !text(item, "pk").startsWith("record"))
        .toList();
  }

  static String text(Map<String, AttributeValue> item, String name) {
    AttributeValue value = item.get(name);
    return value == null || value.s() == null ? "" : value.s();
  }

  /** Puts the items in the place of what the table holds. */
  void store(Scenario scenario) {
    kept(scenario).forEach(item -> ByHand.delete(scenario, item));
    items.forEach(item -> ByHand.put(scenario, item));
  }

  /** The item of the run that waits, as the table holds it now. */
  static Map<String, AttributeValue> waiting(Scenario scenario) {
    return waiting(kept(scenario));
  }

  private static Map<String, AttributeValue> waiting(List<Map<String, AttributeValue>> items) {
    return items.stream().filter(item -> text(item, "pk").equals("wait")).findFirst().orElseThrow();
  }

  /** The recorded item of the run that waits, with the task token of the one that does. */
  void storeWaiting(Scenario scenario) {
    Map<String, AttributeValue> now = waiting(scenario);
    Map<String, AttributeValue> old = new HashMap<>(waiting(items));
    old.put("token", Objects.requireNonNull(now.get("token")));
    ByHand.put(scenario, old);
  }

  void write(Path file, WorldNames names) throws IOException {
    ObjectNode all = JSON.createObjectNode();
    all.set("input", input);
    ArrayNode array = all.putArray("items");
    for (Map<String, AttributeValue> item : items) {
      ObjectNode each = array.addObject();
      new TreeMap<>(item)
          .forEach(
              (name, value) -> {
                if (value.s() != null) {
                  each.putObject(name).put("S", value.s());
                } else {
                  each.putObject(name).put("N", Objects.requireNonNull(value.n(), name));
                }
              });
    }
    String text = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(all);
    Files.createDirectories(file.getParent());
    Files.writeString(file, names.recorded(withoutDigest(text)) + "\n");
  }

  /** The digest of what is asked holds ids of its world. */
  private String withoutDigest(String text) {
    return items.stream()
        .map(item -> text(item, "subjectDigest"))
        .filter(digest -> !digest.isEmpty())
        .reduce(text, (before, digest) -> before.replace(digest, DIGEST));
  }

  static Recording read(Path file, WorldNames names) throws IOException {
    String text = names.here(Files.readString(file));
    JsonNode all = JSON.readTree(withDigest(text));
    List<Map<String, AttributeValue>> items = new ArrayList<>();
    for (JsonNode each : all.path("items")) {
      Map<String, AttributeValue> item = new HashMap<>();
      each.properties()
          .forEach(
              field ->
                  item.put(
                      field.getKey(),
                      field.getValue().has("S")
                          ? AttributeValue.fromS(field.getValue().path("S").asText())
                          : AttributeValue.fromN(field.getValue().path("N").asText())));
      items.add(item);
    }
    return new Recording(all.path("input"), items);
  }

  private static String withDigest(String text) throws IOException {
    String subject = JSON.readTree(text).path("items").findPath("subject").path("S").asText();
    if (subject.isEmpty()) {
      return text;
    }
    byte[] only = JSON.readTree(subject).get(0).toString().getBytes(StandardCharsets.UTF_8);
    return text.replace(DIGEST, SubjectDigest.of(Json.LENIENT.read(only, ApprovalSubject.class)));
  }
}
