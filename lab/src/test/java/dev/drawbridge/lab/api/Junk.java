package dev.drawbridge.lab.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Seeded requests, from well-formed to absurd. */
final class Junk {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "orders",
          "ORDERS",
          "orders-",
          "222222222222",
          "333333333333",
          "approve",
          "vpce-0123456789abcdef0",
          "vpc-0123456789abcdef0",
          "10.0.0.0/16",
          "10.0.0.0/33",
          "https://evil.example/?a=\"b\"",
          "\u0000\u001F",
          "\uD83D\uDE00\u202E",
          "a".repeat(1001),
          "0".repeat(64),
          "null",
          "__proto__",
          "${jndi:x}",
          "'; drop table");
  private static final List<String> FIELDS =
      List.of(
          "databaseIdentifier",
          "consumerAccountId",
          "consumerCidrs",
          "consumerVpcId",
          "readerPort",
          "enforcement",
          "acceptHostBlockRisk",
          "switching",
          "requestedBy",
          "approvers",
          "endpointId",
          "decision",
          "digest",
          "comment",
          "decidedBy",
          "hold",
          "");

  private final RandomGenerator random;

  Junk(RandomGenerator random) {
    this.random = random;
  }

  <T> T oneOf(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  boolean chance(int inTen) {
    return random.nextInt(10) < inTen;
  }

  /** Any of the known ids, or what only looks like one. */
  String id(List<String> known) {
    return switch (random.nextInt(6)) {
      case 0 -> "%032x".formatted(random.nextLong() & Long.MAX_VALUE);
      case 1 ->
          oneOf(List.of("x", "orders", "%00", "..%2F..", "a%20b", "A".repeat(32), "%F0%9F%98%80"));
      default -> known.isEmpty() ? "0".repeat(32) : oneOf(known);
    };
  }

  /** A body: the good one, the good one with some fields spoilt, or no JSON object at all. */
  String body(ObjectNode good) {
    return switch (random.nextInt(8)) {
      case 0, 1, 2 -> good.toString();
      case 3, 4, 5 -> spoilt(good).toString();
      case 6 -> value(2).toString();
      default ->
          oneOf(
              List.of(
                  "{",
                  "",
                  "[]",
                  "{}{}",
                  "{\"decision\":\"approve\",\"decision\":\"deny\"}",
                  "\"" + "x".repeat(9000) + "\"",
                  "nul",
                  "{\"a\":" + "[".repeat(2000)));
    };
  }

  /** The query of a list. */
  String query() {
    List<String> terms = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      String name =
          oneOf(List.of("database", "consumer", "status", "nextToken", "plan", "other", "%20"));
      String value =
          oneOf(
              List.of(
                  "orders",
                  "222222222222",
                  "FAILED",
                  "NONE",
                  "0".repeat(32),
                  "",
                  "%F0%9F%98%80",
                  "a".repeat(300)));
      terms.add(name + "=" + value);
    }
    return terms.isEmpty() ? "" : "?" + String.join("&", terms);
  }

  private ObjectNode spoilt(ObjectNode good) {
    ObjectNode bad = good.deepCopy();
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      String field = oneOf(FIELDS);
      if (chance(3)) {
        bad.remove(field);
      } else {
        bad.set(field, value(2));
      }
    }
    return bad;
  }

  private JsonNode value(int depth) {
    return switch (random.nextInt(depth > 0 ? 9 : 6)) {
      case 0 -> JSON.nullNode();
      case 1 -> JSON.booleanNode(random.nextBoolean());
      case 2 -> JSON.numberNode(random.nextInt());
      case 3 -> JSON.numberNode(random.nextDouble() * Double.MAX_VALUE);
      case 4, 5 -> JSON.textNode(oneOf(TEXTS));
      case 6, 7 -> {
        var array = JSON.arrayNode();
        for (int i = random.nextInt(30); i > 0; i--) {
          array.add(value(depth - 1));
        }
        yield array;
      }
      default -> {
        var object = JSON.objectNode();
        for (int i = random.nextInt(4); i > 0; i--) {
          object.set(oneOf(FIELDS), value(depth - 1));
        }
        yield object;
      }
    };
  }
}
