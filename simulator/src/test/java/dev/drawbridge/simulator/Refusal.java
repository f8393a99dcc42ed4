package dev.drawbridge.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * One line of {@code refusals.txt}: a request that AWS refuses.
 *
 * @param service the name that it is signed for
 * @param stranger whether another account sends it
 * @param request a form, a JSON object, or method, path and body of a REST call; resources of the
 *     {@link FurnishedWorld} stand in braces
 * @param code the code of the answer; AWS's, unless the message says that this simulator refuses
 * @param source where AWS's wording of the message is seen; empty for a wording that is UNCONFIRMED
 */
record Refusal(
    String service,
    String operation,
    boolean stranger,
    String request,
    String code,
    String source) {
  private static final String STRANGER = "*";

  /** All lines, in order. */
  static List<Refusal> all() {
    List<Refusal> all = new ArrayList<>();
    String service = "";
    for (String line : lines()) {
      if (line.startsWith("[")) {
        service = line.substring(1, line.length() - 1);
      } else if (!line.isBlank() && !line.startsWith("#")) {
        all.add(read(service, line.split("\\|", -1)));
      }
    }
    return all;
  }

  private static Refusal read(String service, String[] parts) {
    boolean stranger = parts[0].startsWith(STRANGER);
    return new Refusal(
        service,
        stranger ? parts[0].substring(1) : parts[0],
        stranger,
        parts[1],
        parts[2],
        parts.length > 3 ? parts[3] : "");
  }

  private static List<String> lines() {
    try (InputStream in =
        Objects.requireNonNull(Refusal.class.getResourceAsStream("refusals.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return "%s:%s %s".formatted(service, operation, request);
  }
}
