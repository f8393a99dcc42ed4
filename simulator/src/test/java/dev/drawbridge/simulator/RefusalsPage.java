package dev.drawbridge.simulator;

import java.util.List;
import java.util.function.Function;

/** docs/simulator/refusals.md, written from the answers to {@code refusals.txt}. */
final class RefusalsPage {
  private static final String HEAD =
      """
      # What the simulator refuses, and in whose words

      Every operation has at least one wrong request here; each is sent by a test (`RefusalsTest`), which also writes this
      page, from `simulator/src/test/resources/dev/drawbridge/simulator/refusals.txt`. The codes are those that AWS's API
      models and error lists name. The column *Wording* says what the text of the message rests on; *UNCONFIRMED* is one
      from memory, or from no more than the documentation's sense.

      - *model*: the sentence of AWS's common framework (aws-load-balancer-controller#4238 shows it whole) with the limits of the API model
      - *recorded*: the same text stands in recordings made on AWS or in assertions of other projects against AWS (LocalStack's
        snapshot tests, Terraform's AWS provider)
      - *reported*: the same text is quoted in public reports of people who got it from AWS
      - *own*: the simulator refuses what it does not model, and says so

      This is the convention for the whole simulator: a wording that is not confirmed here, or by a source beside it in the
      code, is UNCONFIRMED.

      """;

  private RefusalsPage() {}

  static String of(List<Refusal> refusals, Function<Refusal, String> message) {
    StringBuilder page = new StringBuilder(HEAD);
    page.append(summary(refusals));
    String service = "";
    for (Refusal each : refusals) {
      if (!each.service().equals(service)) {
        service = each.service();
        page.append("\n## `").append(service).append("`\n\n");
        page.append("| Operation | Code | Message | Wording |\n|---|---|---|---|\n");
      }
      page.append(row(each, message.apply(each)));
    }
    return page.toString();
  }

  private static String summary(List<Refusal> refusals) {
    long confirmed = refusals.stream().filter(each -> !each.source().isEmpty()).count();
    return "%d wrong requests; the wording of %d is confirmed or our own, that of %d UNCONFIRMED.%n"
        .formatted(refusals.size(), confirmed, refusals.size() - confirmed);
  }

  private static String row(Refusal refusal, String message) {
    return "| %s%s | `%s` | %s | %s |%n"
        .formatted(
            refusal.operation(),
            refusal.stranger() ? " by another account" : "",
            refusal.code(),
            message.replace("|", "\\|").replace("<", "&lt;").replaceAll("\\s+", " ").strip(),
            refusal.source().isEmpty() ? "UNCONFIRMED" : refusal.source());
  }
}
