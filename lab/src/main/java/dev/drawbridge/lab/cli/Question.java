package dev.drawbridge.lab.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A question in lines for a terminal: everything that a yes to it allows, and what of it is proven.
 *
 * @param body what {@code GET /approvals/{id}} answers
 */
record Question(JsonNode body) {
  List<String> lines() {
    JsonNode subject = body.path("subject");
    List<String> lines = new ArrayList<>();
    lines.add(line("question", text(body, "id", "") + ", " + text(body, "status", "")));
    lines.add(line("database", text(subject, "databaseIdentifier", "")));
    lines.add(line("", text(subject, "databaseArn", "")));
    lines.add(line("", "resource " + text(subject, "databaseResourceId", "not recorded")));
    lines.add(line("consumer", text(subject, "principal", "")));
    lines.add(line("consumer's account", text(subject, "consumerAccountId", "")));
    lines.add(line("endpoint", text(subject, "endpointId", "")));
    lines.add(line("endpoint's Region", text(body, "endpointRegion", "not recorded")));
    lines.add(line("endpoint service", text(subject, "serviceId", "")));
    lines.add(line("reader's port", text(subject, "readerPort", "not recorded")));
    lines.add(line("writer's port", text(subject, "writerPort", "not recorded")));
    lines.add(line("instances' ports", text(subject, "instancePorts", "none")));
    lines.add(line("enforcement", text(subject, "enforcement", "not recorded")));
    lines.add(line("address ranges", ranges(subject)));
    lines.add(line("purpose, as stated", text(subject, "purpose", "not stated")));
    lines.add(line("path ends", text(subject, "validUntil", "open, until it is taken away")));
    lines.add(line("requested by", list(body.path("requestedBy"))));
    lines.add(line("account", proven("accountProven", "signed in the consumer's account")));
    lines.add(line("endpoint's claim", proven("endpointClaimed", "claimed by a signed call")));
    waiting(subject).forEach(each -> lines.add(line("also waits", each)));
    body.path("votes").forEach(vote -> lines.add(line("answered", vote(vote))));
    lines.add(line("digest", text(body, "digest", "")));
    lines.add(line("still to say yes", body.path("lacks").asInt() + " of " + needed()));
    String tooFew = text(body, "tooFewApprovers", "");
    if (!tooFew.isEmpty()) {
      lines.add(line("too few are asked", tooFew));
    }
    return lines;
  }

  /** An installation of an earlier release says the quorum only. */
  private String needed() {
    int quorum = body.path("quorum").asInt();
    int needed = body.path("needed").asInt(quorum);
    return "%d, until %s; %s"
        .formatted(
            needed,
            text(body, "validUntil", ""),
            needed > quorum
                ? "one more than the quorum, for nobody can tell those who answer from those who asked"
                : "one more where nobody can tell those who answer from those who asked");
  }

  private String proven(String field, String how) {
    return body.path(field).asBoolean() ? "proven: " + how : "NOT PROVEN: not " + how;
  }

  private static String ranges(JsonNode subject) {
    JsonNode ranges = subject.path("consumerCidrs");
    return ranges.isEmpty() ? "any" : list(ranges);
  }

  private List<String> waiting(JsonNode subject) {
    List<String> others = new ArrayList<>();
    for (JsonNode each : body.path("waitingEndpoints")) {
      if (!each.path("endpointId").asText().equals(subject.path("endpointId").asText())) {
        String by = text(each, "claimedBy", "");
        others.add(
            "%s, made %s, %s"
                .formatted(
                    text(each, "endpointId", ""),
                    text(each, "createdAt", ""),
                    by.isEmpty() ? "claimed by nobody" : "claimed by " + by));
      }
    }
    return others;
  }

  private static String vote(JsonNode vote) {
    String comment = text(vote, "comment", "");
    return "%s by %s at %s%s"
        .formatted(
            vote.path("approve").asBoolean() ? "yes" : "no",
            text(vote, "by", ""),
            text(vote, "at", ""),
            comment.isEmpty() ? "" : ": " + comment);
  }

  private static String line(String what, String value) {
    return "%-21s %s".formatted(what.isEmpty() ? "" : what + ":", value);
  }

  private static String text(JsonNode node, String field, String otherwise) {
    JsonNode value = node.path(field);
    return value.isMissingNode() || value.isNull() ? otherwise : value.asText();
  }

  private static String list(JsonNode values) {
    return values.valueStream().map(JsonNode::asText).collect(Collectors.joining(", "));
  }
}
