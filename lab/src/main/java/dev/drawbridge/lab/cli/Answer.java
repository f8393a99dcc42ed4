package dev.drawbridge.lab.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.Map;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * A person's answer to a question, as whoever signs the call. The question is read and shown first;
 * the answer repeats its digest, so that it is about nothing else.
 */
abstract class Answer extends ApiCommand {
  @Parameters(paramLabel = "ID", description = "The question's id, as the message shows it.")
  private String id;

  @Option(names = "--comment", paramLabel = "TEXT", description = "Why, for the record.")
  private String comment = "";

  abstract boolean approves();

  @Override
  int run(ApiConnection api, PrintWriter out) {
    ApiConnection.Reply question = api.call("GET", "/approvals/" + id);
    if (!question.succeeded()) {
      return refused(question);
    }
    show(question.body(), out);
    ObjectNode decision =
        JsonNodeFactory.instance
            .objectNode()
            .put("decision", approves() ? "approve" : "deny")
            .put("digest", question.body().path("digest").asText())
            .put("comment", comment);
    ApiConnection.Reply reply =
        api.call("POST", "/approvals/" + id + "/decisions", decision, Map.of());
    if (!reply.succeeded()) {
      return refused(reply);
    }
    JsonNode approval = reply.body().path("approval");
    out.println(approves() ? "your yes is recorded" : "your no is recorded");
    if (approval.path("status").asText().equals("PENDING")) {
      out.printf("%d more must say yes%n", approval.path("lacks").asInt());
    } else if (!reply.body().path("delivered").asBoolean()) {
      out.println("the run has not heard of it yet; it will, at its next look");
    }
    return 0;
  }

  private static void show(JsonNode question, PrintWriter out) {
    JsonNode subject = question.path("subject");
    out.printf(
        "account %s, endpoint %s, to database %s%n",
        subject.path("consumerAccountId").asText(),
        subject.path("endpointId").asText(),
        subject.path("databaseIdentifier").asText());
    out.printf("requested by %s%n", question.path("requestedBy"));
    out.printf(
        "proven by the consumer's signature: account %s, endpoint %s%n",
        question.path("accountProven").asBoolean() ? "yes" : "no",
        question.path("endpointClaimed").asBoolean() ? "yes" : "no");
  }
}
