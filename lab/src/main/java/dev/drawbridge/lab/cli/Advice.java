package dev.drawbridge.lab.cli;

import dev.drawbridge.onboarding.OnboardingResult.Cost;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;

/**
 * What paths to one database cost a month, and what else there is. docs/operations.md has the
 * comparison at length.
 *
 * @param gigabytes of each consumer a month, at most the first petabyte of an account
 */
record Advice(Cost cost, int consumers, int zones, int gigabytes) {

  List<String> lines() {
    BigDecimal carried = BigDecimal.valueOf(gigabytes);
    BigDecimal each = BigDecimal.valueOf(consumers);
    BigDecimal provider =
        cost.provider()
            .add(carried.multiply(each).multiply(Objects.requireNonNull(cost.providerGigabyte())));
    BigDecimal consumer =
        cost.consumer().add(carried.multiply(Objects.requireNonNull(cost.consumerGigabyte())));
    return List.of(
        "Paths to one database, %s with an endpoint in %d zones and %d GB a month each:"
            .formatted(
                consumers == 1 ? "one consumer" : consumers + " consumers", zones, gigabytes),
        "  provider       $%s a month: load balancer $%s, and $%s a GB"
            .formatted(cents(provider), cost.provider(), cost.providerGigabyte()),
        "  each consumer  $%s a month: endpoint $%s, and $%s a GB"
            .formatted(cents(consumer), cost.consumer(), cost.consumerGigabyte()),
        "  in all         $%s a month".formatted(cents(provider.add(consumer.multiply(each)))),
        "Prices of %s on %s, from %s."
            .formatted(cost.pricesOf(), cost.pricesAsOf(), cost.pricesFrom()),
        "Not in it: traffic between zones, consumers in other Regions (the provider pays for each Region, the consumer for the traffic), capacity units that new or open connections use beyond those of the bytes, and the installation itself (docs/deploy.md).",
        "Something else is better where",
        "  one region, no yes per endpoint and no even spreading over readers are needed: a VPC Lattice resource configuration has no load balancer and keeps the RDS names; its price by GB at the gateway, and how fast it follows a failover, are UNCONFIRMED;",
        "  addresses do not overlap and the consumer may see the network: a VPC peering has no price by the hour, opens no single database but a route, which security groups have to narrow;",
        "  connections are many and short in one account: RDS Proxy pools them, and has endpoints in other VPCs; another account reaches it by a load balancer as here, and it is paid for by vCPU besides.",
        "docs/operations.md compares them at length.");
  }

  private static BigDecimal cents(BigDecimal dollars) {
    return dollars.setScale(2, RoundingMode.HALF_UP);
  }
}
