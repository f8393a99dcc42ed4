package dev.drawbridge.lab.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code drawbridge settings DATABASE}: how it is exposed, or is to be. */
@Command(
    name = "settings",
    description = "Show how a database is exposed; with --set or --apply, change or mend it.",
    mixinStandardHelpOptions = true)
final class DatabaseSettings extends ApiCommand {
  @Parameters(paramLabel = "DATABASE", description = "The database's identifier.")
  private String database;

  @Option(
      names = "--set",
      paramLabel = "SETTING=VALUE",
      description =
          "A setting that is to hold, for example enforcement=on. Several are one change.")
  private Map<String, String> settings = Map.of();

  @Option(
      names = "--apply",
      description = "Expose the database by its settings, or mend what somebody has changed.")
  private boolean apply;

  @Option(names = "--plan", description = "Only say what would change and whom it would cut.")
  private boolean plan;

  @Option(names = "--force", description = "Change it although that cuts somebody.")
  private boolean force;

  @Override
  int run(ApiConnection api, PrintWriter out) {
    String path = "/databases/" + database;
    ApiConnection.Reply reply =
        settings.isEmpty() && !apply && !plan
            ? api.call("GET", path)
            : api.call("PUT", path + (plan ? "?plan=true" : ""), change(), Map.of());
    if (!reply.succeeded()) {
      return refused(reply);
    }
    lines(reply.body(), out);
    if (plan) {
      conditions(reply.body()).forEach(out::println);
    }
    return 0;
  }

  private ObjectNode change() {
    ObjectNode change = JsonNodeFactory.instance.objectNode();
    settings.forEach((setting, value) -> RequestFields.put(change, setting, value));
    return force ? change.put("force", true) : change;
  }

  /** What the run would ask for. */
  private static List<String> conditions(JsonNode plan) {
    List<String> conditions = new ArrayList<>();
    if (!plan.path("widens").isEmpty()) {
      conditions.add(
          "it waits for a yes to each endpoint that is accepted: it is wider than what was approved");
    }
    if (!plan.path("cuts").isEmpty()) {
      conditions.add("it needs --force: it cuts somebody");
    }
    return conditions;
  }

  private static void lines(JsonNode answer, PrintWriter out) {
    answer
        .properties()
        .forEach(
            field -> {
              JsonNode value = field.getValue();
              if (value.isObject()) {
                out.println(field.getKey() + ":");
                value
                    .properties()
                    .forEach(
                        each -> out.println("  " + Status.line(each.getKey(), each.getValue())));
              } else {
                out.println(Status.line(field.getKey(), value));
              }
            });
  }
}
