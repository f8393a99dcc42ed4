package dev.drawbridge.lab.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The entries of the access review, for people and for spreadsheets. */
final class ReviewTable {
  private static final List<String> TEXTS =
      List.of(
          "databaseIdentifier",
          "databaseArn",
          "consumerAccountId",
          "principal",
          "serviceId",
          "endpointId",
          "endpointRegion",
          "endpointState",
          "endpointSince",
          "standing",
          "approvalId",
          "purpose",
          "validUntil",
          "use",
          "lastUsedOn",
          "lastBytes");
  private static final List<String> HEADINGS =
      List.of(
          "DATABASE",
          "CONSUMER",
          "ENDPOINT",
          "REGION",
          "STATE",
          "APPROVED BY",
          "UNTIL",
          "LAST BYTES");

  private final List<JsonNode> entries;

  ReviewTable(List<JsonNode> entries) {
    this.entries = List.copyOf(entries);
  }

  /** Whether every endpoint has a yes. */
  boolean allApproved() {
    return entries.stream()
        .noneMatch(entry -> entry.path("standing").asText().equals("NOT_APPROVED"));
  }

  /** A table whose columns are as wide as they must be. */
  List<String> lines() {
    if (entries.isEmpty()) {
      return List.of("nobody has access");
    }
    List<List<String>> rows =
        Stream.concat(Stream.of(HEADINGS), entries.stream().map(ReviewTable::row)).toList();
    int[] widths =
        IntStream.range(0, HEADINGS.size())
            .map(i -> Collections.max(rows.stream().map(row -> row.get(i).length()).toList()))
            .toArray();
    String format =
        Arrays.stream(widths).mapToObj(w -> "%-" + w + "s").collect(Collectors.joining("  "));
    return rows.stream().map(row -> format.formatted(row.toArray()).stripTrailing()).toList();
  }

  private static List<String> row(JsonNode entry) {
    return List.of(
        entry.path("databaseIdentifier").asText(),
        entry.path("consumerAccountId").asText(),
        entry.path("endpointId").asText(),
        entry.path("endpointRegion").asText("unknown"),
        entry.path("endpointState").asText(),
        switch (entry.path("standing").asText()) {
          case "NOT_APPROVED" -> "NOBODY: accepted without Drawbridge";
          case "ANSWER_NOT_KEPT" -> "approved; who is no longer kept (400 days)";
          default -> approvals(entry);
        },
        entry.path("validUntil").asText("no end"),
        switch (entry.path("use").asText()) {
          case "SEEN" ->
              String.format(
                  Locale.ROOT,
                  "%s: %,d",
                  entry.path("lastUsedOn").asText(),
                  entry.path("lastBytes").asLong());
          case "NONE" -> "none in 455 days";
          default -> "unknown";
        });
  }

  private static String approvals(JsonNode entry) {
    return texts(
        entry.path("approvedBy"),
        yes -> yes.path("by").asText() + " " + day(yes.path("at").asText()));
  }

  private static String day(String instant) {
    return instant.substring(0, Math.min(10, instant.length()));
  }

  private static String texts(JsonNode array, Function<JsonNode, String> text) {
    return array.valueStream().map(text).collect(Collectors.joining(", "));
  }

  /** RFC 4180, with a line of names first. */
  List<String> csv() {
    List<String> lines = new ArrayList<>();
    lines.add(String.join(",", TEXTS) + ",requestedBy,approvedBy");
    for (JsonNode entry : entries) {
      Stream<String> cells =
          Stream.concat(
              TEXTS.stream().map(name -> entry.path(name).asText("")),
              Stream.of(
                  texts(entry.path("requestedBy"), JsonNode::asText),
                  texts(
                      entry.path("approvedBy"),
                      yes -> yes.path("by").asText() + " " + yes.path("at").asText())));
      lines.add(cells.map(ReviewTable::cell).collect(Collectors.joining(",")));
    }
    return lines;
  }

  /**
   * Purposes and names are somebody's own words: a spreadsheet would take one that begins like a
   * formula for one, so an apostrophe goes before it.
   */
  private static String cell(String text) {
    String safe = text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
    return safe.matches("(?s).*[\",\\r\\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
  }
}
