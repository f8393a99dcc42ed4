package dev.drawbridge.pages;

import dev.drawbridge.model.Claim;
import dev.drawbridge.model.ClaimState;
import dev.drawbridge.onboarding.ConnectionString;
import dev.drawbridge.onboarding.OnboardingResult;
import dev.drawbridge.onboarding.OnboardingResult.Cost;
import dev.drawbridge.runtime.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** One consumer on the page of a database: how it stands, and what it connects to. */
final class ConsumerEntry {
  private ConsumerEntry() {}

  static Html of(Claim claim) {
    return Html.of(
        "<section><h3>{}</h3><p>{}{}</p>{}</section>",
        claim.key().principal(),
        words(claim.state()),
        claim.failure() == null ? "" : " " + claim.failure(),
        connection(claim));
  }

  private static Html connection(Claim claim) {
    if (claim.result() == null || claim.state() != ClaimState.ONBOARDED) {
      return Html.NOTHING;
    }
    OnboardingResult result =
        Json.LENIENT.read(claim.result().getBytes(StandardCharsets.UTF_8), OnboardingResult.class);
    return Html.of(
        """
        <dl>
        <dt>Writer</dt><dd><code>{}</code> port <code>{}</code></dd>
        <dt>Readers</dt><dd><code>{}</code> port <code>{}</code></dd>
        <dt>JDBC, for writing</dt><dd><code>{}</code></dd>
        <dt>JDBC, for reading</dt><dd><code>{}</code></dd>
        <dt>Endpoint</dt><dd><code>{}</code></dd>
        {}</dl>
        {}""",
        result.writer().host(),
        result.writer().port(),
        result.reader().host(),
        result.reader().port(),
        result.writer().jdbcUrl(),
        result.reader().jdbcUrl(),
        result.endpointId(),
        cost(result.fixedMonthlyCost()),
        connections(result.connections()));
  }

  /** Folded: there is one for each kind of client. */
  private static Html connections(List<ConnectionString> strings) {
    return strings.isEmpty()
        ? Html.NOTHING
        : Html.of(
            "<details><summary>Connection strings to paste</summary>{}</details>",
            Html.join(
                strings.stream()
                    .map(
                        each ->
                            Html.of(
                                "<h4>{}</h4><pre>{}</pre><p>In a failover: {}. TLS: {}. Token of IAM: {}.</p>",
                                each.client(),
                                each.paste(),
                                each.failover(),
                                each.tls(),
                                each.iamToken()))
                    .toList()));
  }

  /** A result of an earlier release says less. */
  private static Html cost(Cost cost) {
    return Html.of(
        "<dt>Costs</dt><dd>${} a month for the load balancer, which all consumers share, and ${} for the endpoint{}; prices of {}, {}</dd>",
        cost.provider(),
        cost.consumer(),
        cost.consumerGigabyte() == null
            ? ""
            : "; by GB $%s and $%s, and traffic between zones"
                .formatted(cost.providerGigabyte(), cost.consumerGigabyte()),
        cost.pricesOf(),
        cost.pricesAsOf());
  }

  private static String words(ClaimState state) {
    return switch (state) {
      case RUNNING -> "A run works on its path.";
      case ONBOARDED -> "Its path is open and was verified.";
      case ACCEPTED_UNVERIFIED -> "Its endpoint is accepted, but the path is not sound.";
      case FAILED -> "Its request could not be carried out.";
      case DENIED -> "An approver said no.";
      case EXPIRED -> "Nobody came in time.";
      case BROKEN_OFF -> "The run was stopped or broke off.";
      case LEAVING, TEARING_DOWN -> "Its path is being taken away.";
      case OFFBOARDED -> "It has left.";
    };
  }
}
