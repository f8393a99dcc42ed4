package dev.drawbridge.consent;

import dev.drawbridge.model.Approval;
import dev.drawbridge.model.DatabaseArn;

/** Where the endpoint is that a question is about, in a sentence for who answers. */
public final class EndpointPlace {
  private EndpointPlace() {}

  /** An endpoint in another Region takes what it reads out of the database's. */
  public static String of(Approval asked) {
    String region = asked.endpointRegion();
    String own =
        DatabaseArn.read(asked.key().databaseArn()).map(DatabaseArn::region).orElse("unknown");
    if (region == null) {
      return "Its Region is not known: AWS did not list it when the question was put.";
    }
    return region.equals(own)
        ? "It is in Region %s, as the database is.".formatted(region)
        : "It is in Region %s and the database in %s: what it reads leaves the database's Region."
            .formatted(region, own);
  }
}
