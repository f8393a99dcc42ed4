package dev.drawbridge.lab.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code drawbridge status [ID]}. */
@Command(
    name = "status",
    description = "Show where one path stands, or all that you may see.",
    mixinStandardHelpOptions = true)
final class Status extends ApiCommand {
  @Parameters(arity = "0..1", paramLabel = "ID", description = "The onboarding's id.")
  private @Nullable String id;

  @Option(names = "--database", paramLabel = "ID", description = "Only of this database.")
  private @Nullable String database;

  @Option(names = "--consumer", paramLabel = "ACCOUNT", description = "Only of this account.")
  private @Nullable String consumer;

  @Override
  int run(ApiConnection api, PrintWriter out) {
    return id == null ? all(api, out) : one(api, out, id);
  }

  private int one(ApiConnection api, PrintWriter out, String onboarding) {
    ApiConnection.Reply reply = api.call("GET", "/onboardings/" + onboarding);
    if (!reply.succeeded()) {
      return refused(reply);
    }
    lines(reply.body()).forEach(out::println);
    return 0;
  }

  private int all(ApiConnection api, PrintWriter out) {
    String next = "";
    do {
      ApiConnection.Reply reply = api.call("GET", "/onboardings" + query(next));
      if (!reply.succeeded()) {
        return refused(reply);
      }
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
      next = reply.body().path("nextToken").asText("");
    } while (!next.isEmpty());
    return 0;
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
      if (!value.isMissingNode()) {
        lines.add("  " + field + ": " + (value.isTextual() ? value.asText() : value.toString()));
      }
    }
    return lines;
  }
}
