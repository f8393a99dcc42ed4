package dev.drawbridge.lab.page;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that the page shows, and {@code /lab.json} gives: plain data.
 *
 * @param at when it was looked at, in the world's time
 * @param log the youngest lines last
 */
public record LabView(
    Instant at,
    List<Database> databases,
    List<TargetGroup> targetGroups,
    List<Connection> connections,
    List<Question> questions,
    List<Run> runs,
    List<String> log) {

  /**
   * A database, and how its path stands.
   *
   * @param sound whether nothing cuts or weakens the path; null while nothing is exposed
   */
  public record Database(
      String name,
      String arn,
      List<Instance> instances,
      boolean exposed,
      @Nullable Boolean sound,
      @Nullable String hold,
      @Nullable String serviceId,
      List<String> findings,
      Map<String, String> settings,
      List<Consumer> consumers) {}

  /** One of its servers, as the RDS API shows it. */
  public record Instance(String name, String role, String status, String address) {}

  /** Somebody who asked for it. */
  public record Consumer(String principal, String state) {}

  /** A target group with what is registered in it. */
  public record TargetGroup(String name, List<Target> targets) {}

  /**
   * A target.
   *
   * @param instance whose address it is; null if nobody's
   */
  public record Target(@Nullable String instance, String address, int port, String health) {}

  /** An endpoint of a consumer at a service. */
  public record Connection(String endpointId, String account, String state, String serviceId) {}

  /** A question that waits for people. */
  public record Question(String id, String account, String database, int lacks, String link) {}

  /**
   * An execution.
   *
   * @param waitsFor null once it is over
   * @param next the states that may come
   * @param went the states that it entered, in the order of their first time
   * @param failure why it ended badly, or null
   */
  public record Run(
      String arn,
      String machine,
      String name,
      String status,
      String state,
      Instant since,
      @Nullable String waitsFor,
      List<String> next,
      List<String> went,
      @Nullable String failure) {}
}
