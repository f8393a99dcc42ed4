package dev.drawbridge.simulator.apigateway;

import dev.drawbridge.simulator.wire.HttpCall;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of an Authorization header of Signature Version 4.
 *
 * @param accessKeyId who signed
 * @param date the day of the scope
 * @param region of the scope
 * @param service of the scope
 * @param signedHeaders names in lower case
 * @param signature in hexadecimal
 * @param at when it was signed, from {@code X-Amz-Date}
 */
record Authorization(
    String accessKeyId,
    String date,
    String region,
    String service,
    List<String> signedHeaders,
    String signature,
    Instant at) {
  static final DateTimeFormatter BASIC =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final Pattern FORM =
      Pattern.compile(
          "AWS4-HMAC-SHA256\\s+Credential=(?<key>[^/,\\s]+)/(?<date>\\d{8})/(?<region>[^/,\\s]+)"
              + "/(?<service>[^/,\\s]+)/aws4_request,\\s*SignedHeaders=(?<headers>[^,\\s]+),\\s*"
              + "Signature=(?<signature>[0-9a-f]{64})\\s*");

  /** The header, or empty where the call has none of this form. */
  static Optional<Authorization> of(HttpCall call) {
    Matcher form = FORM.matcher(call.header("Authorization").orElse(""));
    Optional<Instant> at = call.header("X-Amz-Date").flatMap(Authorization::instant);
    if (!form.matches() || at.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Authorization(
            form.group("key"),
            form.group("date"),
            form.group("region"),
            form.group("service"),
            List.of(form.group("headers").toLowerCase(Locale.ROOT).split(";")),
            form.group("signature"),
            at.get()));
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(LocalDateTime.parse(text, BASIC).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException notBasic) {
      return Optional.empty();
    }
  }
}
