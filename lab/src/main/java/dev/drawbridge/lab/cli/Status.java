package dev.drawbridge.lab.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code drawbridge status [ID | DATABASE]}. */
@Command(
    name = "status",
    description =
        "Show where one onboarding stands, or all that you may see; or what is wrong with the path of a database.",
    mixinStandardHelpOptions = true)
final class Status extends ApiCommand {
  /** What the API calls an onboarding; no database that is called like this can be meant. */
  private static final Pattern ONBOARDING = Pattern.compile("[0-9a-f]{32}");

  @Parameters(
      arity = "0..1",
      paramLabel = "ID | DATABASE",
      description = "The onboarding's id, or the database's identifier.")
  private @Nullable String id;

  @Option(names = "--database", paramLabel = "ID", description = "Only of this database.")
  private @Nullable String database;

  @Option(names = "--consumer", paramLabel = "ACCOUNT", description = "Only of this account.")
  private @Nullable String consumer;

  @Option(names = "--json", description = "Print what the API answers about the one that is named.")
  private boolean json;

  @Override
  int run(ApiConnection api, PrintWriter out) {
    if (id == null) {
      return all(api, out);
    }
    boolean onboarding = ONBOARDING.matcher(id).matches();
    ApiConnection.Reply reply =
        api.call("GET", (onboarding ? "/onboardings/" : "/databases/") + id);
    if (!reply.succeeded()) {
      return refused(reply);
    }
    if (json) {
      out.println(reply.body().toPrettyString());
    } else {
      (onboarding ? lines(reply.body()) : path(id, reply.body())).forEach(out::println);
    }
    return 0;
  }

  /** What is wrong with the path of a database. */
  private static List<String> path(String identifier, JsonNode database) {
    List<String> lines = new ArrayList<>();
    if (!database.path("exposed").asBoolean()) {
      lines.add(identifier + " is not exposed");
    }
    String hold = database.path("hold").asText("");
    if (!hold.isEmpty()) {
      lines.add("nothing is changed: " + hold);
    }
    database.path("unreadable").forEach(each -> lines.add("cannot be read: " + each.asText()));
    database.path("inspection").path("words").forEach(words -> lines.add(words.asText()));
    return lines;
  }

  private int all(ApiConnection api, PrintWriter out) {
    String next = "";
    boolean none = true;
    do {
      ApiConnection.Reply reply = api.call("GET", "/onboardings" + query(next));
      if (!reply.succeeded()) {
        return refused(reply);
      }
      none &= reply.body().path("onboardings").isEmpty();
      reply
          .body()
          .path("onboardings")
          .forEach(
              each ->
                  out.printf(
                      "%s %s,%s %s%n",
                      each.path("id").asText(),
                      each.path("databaseIdentifier").asText(),
                      each.path("consumerAccountId").asText(),
                      each.path("status").asText()));
      reply.body().path("unreadable").forEach(each -> warn(each.asText()));
      next = reply.body().path("nextToken").asText("");
    } while (!next.isEmpty());
    if (none) {
      out.println("there is no onboarding that you may see" + wanted());
    }
    return 0;
  }

  private String wanted() {
    return (database == null ? "" : " of database " + database)
        + (consumer == null ? "" : (database == null ? " of" : " and") + " account " + consumer);
  }

  private String query(String next) {
    List<String> terms = new ArrayList<>();
    if (database != null) {
      terms.add("database=" + database);
    }
    if (consumer != null) {
      terms.add("consumer=" + consumer);
    }
    if (!next.isEmpty()) {
      terms.add("nextToken=" + next);
    }
    return terms.isEmpty() ? "" : "?" + String.join("&", terms);
  }

  /** An onboarding in a few lines. */
  static List<String> lines(JsonNode onboarding) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s %s".formatted(onboarding.path("id").asText(), onboarding.path("status").asText()));
    for (String field :
        List.of("stands", "waitsFor", "serviceName", "approvalId", "failure", "result")) {
      JsonNode value = onboarding.path(field);
      if (value.isObject()) {
        lines.add("  " + field + ":");
        value
            .properties()
            .forEach(each -> lines.add("    " + line(each.getKey(), each.getValue())));
      } else if (!value.isMissingNode()) {
        lines.add("  " + line(field, value));
      }
      if (field.equals("serviceName")) {
        invitation(onboarding.path("invitation"), lines);
      }
    }
    return lines;
  }

  /** What the consumer needs to make its endpoint. */
  private static void invitation(JsonNode invitation, List<String> lines) {
    if (invitation.isObject()) {
      lines.add("  its Availability Zone ids: " + texts(invitation.path("availabilityZoneIds")));
      lines.add(
          "  ports that its security group lets in: "
              + Stream.of("readerPort", "writerPort", "instancePorts")
                  .map(port -> invitation.path(port).asText())
                  .filter(port -> !port.isEmpty())
                  .collect(Collectors.joining(", ")));
    }
  }

  private static String texts(JsonNode values) {
    return values.valueStream().map(JsonNode::asText).collect(Collectors.joining(", "));
  }

  /** A field as people read it. */
  static String line(String field, JsonNode value) {
    return field + ": " + (value.isTextual() ? value.asText() : value.toString());
  }
}
