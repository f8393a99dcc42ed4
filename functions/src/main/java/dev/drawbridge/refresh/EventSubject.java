package dev.drawbridge.refresh;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which database an event of RDS is about, as far as the event itself tells. */
public sealed interface EventSubject {
  /**
   * A cluster or an instance; whether it is exposed, or part of something exposed, is not known.
   */
  record Named(String arn) implements EventSubject {}

  /** A blue/green deployment: it names both of its databases. */
  record Deployment(String arn, String reason) implements EventSubject {}

  /** Any of the exposed databases: the event names something that stands for several. */
  record Any(String reason) implements EventSubject {}

  /** Nothing that can be acted upon. */
  record Unusable(String reason) implements EventSubject {}

  /** The detail-types of the events that are read here. */
  List<String> DETAIL_TYPES =
      List.of("RDS DB Cluster Event", "RDS DB Instance Event", "RDS Blue Green Deployment Event");

  /** A blue/green switchover renames clusters and instances: names say little right after it. */
  Pattern DEPLOYMENT = Pattern.compile("arn:[a-z-]+:rds:[a-z0-9-]*:\\d{12}:deployment:.+");

  /** What spans regions. */
  Pattern SEVERAL = Pattern.compile("arn:[a-z-]+:rds:[a-z0-9-]*:\\d{12}:global-cluster:.+");

  /** What a cluster or an instance is called. */
  Pattern ONE = Pattern.compile("arn:[a-z-]+:rds:[a-z0-9-]+:\\d{12}:(cluster|db):[A-Za-z0-9-]+");

  /** Reads the subject. Never fails: an event of a shape that RDS invents later is unusable. */
  static EventSubject of(DatabaseEvent event) {
    if (event.detailType() == null || !DETAIL_TYPES.contains(event.detailType())) {
      return new Unusable(
          "detail-type '%s' is none of %s".formatted(event.detailType(), DETAIL_TYPES));
    }
    DatabaseEvent.Detail detail = event.detail();
    if (detail == null || isBlank(detail.eventId())) {
      return new Unusable("the event has no detail with an EventID");
    }
    String arn = detail.sourceArn();
    if (arn == null || arn.isBlank()) {
      return new Unusable("%s has no SourceArn".formatted(detail.eventId()));
    }
    if (DEPLOYMENT.matcher(arn).matches()) {
      return new Deployment(arn, "%s of %s".formatted(detail.eventId(), arn));
    }
    if (SEVERAL.matcher(arn).matches()) {
      return new Any("%s of %s".formatted(detail.eventId(), arn));
    }
    return ONE.matcher(arn).matches()
        ? new Named(arn)
        : new Unusable("SourceArn '%s' is neither a cluster nor an instance".formatted(arn));
  }

  private static boolean isBlank(@Nullable String text) {
    return text == null || text.isBlank();
  }
}
