package dev.drawbridge.onboarding;

import dev.drawbridge.discovery.Truth;
import dev.drawbridge.error.Conflict;
import dev.drawbridge.model.Claim;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who may work on a consumer's path, and with which settings. */
public final class ClaimRules {
  private ClaimRules() {}

  /** What AWS says about the holder of a claim; asked for only where the answer matters. */
  public interface Truth {
    boolean executionRuns(String executionArn);

    boolean newEndpointWaits(Claim onboarded);
  }

  /** What to do about the claim that is there. */
  public sealed interface Decision {
    /** Write {@code claim} in the place of the one that is there, and work. */
    record Take(Claim claim) implements Decision {}

    /** Another execution works on the very same request. */
    record JoinRun(Claim holder) implements Decision {}

    /** Nothing is left to do. */
    record Done(Claim onboarded) implements Decision {}
  }

  /**
   * Decides what {@code wanted} may do about {@code held}.
   *
   * @throws Conflict if another request is being worked on
   */
  public static Decision decide(Claim wanted, Claim held, Truth truth) {
    if (held.executionArn().equals(wanted.executionArn())) {
      return new Decision.Take(held.resumed()); // the reply was lost, or a redrive
    }
    boolean same = held.requestDigest().equals(wanted.requestDigest());
    return switch (held.state()) {
      case RUNNING -> {
        if (!truth.executionRuns(held.executionArn())) {
          yield new Decision.Take(wanted.after(held)); // a claim of an ended execution is void
        }
        if (same) {
          yield new Decision.JoinRun(held);
        }
        throw new Conflict(
            "another request for database %s and consumer %s is being worked on by %s; wait for it or stop it"
                .formatted(
                    held.key().databaseName(),
                    held.key().consumerAccountId(),
                    held.executionArn()));
      }
      case ONBOARDED ->
          same && !truth.newEndpointWaits(held)
              ? new Decision.Done(held)
              : new Decision.Take(wanted.after(held));
      case ACCEPTED_UNVERIFIED, FAILED, DENIED, EXPIRED, BROKEN_OFF, OFFBOARDED ->
          new Decision.Take(wanted.after(held));
    };
  }

  /** Whether a path can share the database's load balancer with the other consumers. */
  public sealed interface Sharing {
    /**
     * The ports: asked for, else those that other consumers of the database have.
     *
     * @param reader null for the engine's default
     * @param writer null for the engine's default
     */
    record Ports(@Nullable Integer reader, @Nullable Integer writer) implements Sharing {}

    /** It cannot; {@code reason} names the field, the values and whose path stands in the way. */
    record Refused(String reason) implements Sharing {}
  }

  /**
   * All consumers of a database share one load balancer, so they share ports and enforcement.
   *
   * @param others claims of the same database; those without a path are ignored
   */
  public static Sharing share(Claim mine, List<Claim> others) {
    Integer reader = mine.readerPort();
    Integer writer = mine.writerPort();
    for (Claim other : others) {
      if (other.key().equals(mine.key()) || !other.holdsPath()) {
        continue;
      }
      if (mine.enforcement() != other.enforcement()) {
        return differs("enforcement", mine.enforcement().text(), other.enforcement().text(), other);
      }
      if (contradict(reader, other.readerPort())) {
        return differs("readerPort", reader, other.readerPort(), other);
      }
      if (contradict(writer, other.writerPort())) {
        return differs("writerPort", writer, other.writerPort(), other);
      }
      reader = reader == null ? other.readerPort() : reader;
      writer = writer == null ? other.writerPort() : writer;
    }
    return new Sharing.Ports(reader, writer);
  }

  private static boolean contradict(@Nullable Integer mine, @Nullable Integer theirs) {
    return mine != null && theirs != null && !mine.equals(theirs);
  }

  private static Sharing.Refused differs(
      String field, @Nullable Object mine, @Nullable Object theirs, Claim other) {
    return new Sharing.Refused(
        "%s: %s is refused; consumer %s of database %s has %s, and all consumers of a database share its load balancer"
            .formatted(
                field, mine, other.key().consumerAccountId(), other.key().databaseName(), theirs));
  }
}
