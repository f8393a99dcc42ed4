package dev.drawbridge.lab.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.regex.Pattern;

/** Fields of a request as people type them: text, where JSON has types. */
final class RequestFields {
  private static final Set<String> NUMBERS =
      Set.of("readerPort", "writerPort", "firstInstancePort", "lastInstancePort", "quorum");
  private static final Set<String> FLAGS =
      Set.of(
          "acceptHostBlockRisk",
          "acceptKeepsAwake",
          "instancePorts",
          "manageDatabaseSecurityGroup");
  private static final Set<String> LISTS = Set.of("consumerCidrs", "subnetIds", "consumerRegions");

  private RequestFields() {}

  /**
   * Puts a field; what has not the form of its type goes as text, and the API says what is wrong.
   */
  static void put(ObjectNode request, String field, String value) {
    if (NUMBERS.contains(field) && value.matches("\\d{1,9}")) {
      request.put(field, Integer.parseInt(value));
    } else if (FLAGS.contains(field) && value.matches("true|false")) {
      request.put(field, Boolean.parseBoolean(value));
    } else if (LISTS.contains(field)) {
      ArrayNode list = request.putArray(field);
      Pattern.compile("\\s+")
          .splitAsStream(value.strip())
          .filter(each -> !each.isEmpty())
          .forEach(list::add);
    } else {
      request.put(field, value);
    }
  }
}
