package dev.drawbridge.model;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One deed, for good: what the API's {@code /records} shows, and the detail of the event that
 * EventBridge gets. Made by {@link dev.drawbridge.plan.AuditEntry}.
 *
 * @param id of the deed; a worker that is tried again may write it twice, under one id
 * @param at when
 * @param kind what was done
 * @param databaseArn about which database
 * @param principal whose path, or null where it is about the database
 * @param by who did it, or {@code drawbridge} where nobody's order stands behind it
 * @param verifiedBy who vouches for {@code by}: {@link dev.drawbridge.identity.Identity.Kind}, or
 *     {@code DRAWBRIDGE}
 * @param approvalId of the question that it is about, if any
 * @param subjectDigest of what is asked or was approved, if any
 * @param endpointId which endpoint, if any
 * @param executionArn the run that it belongs to, if any
 * @param words for people; at most a thousand characters
 */
public record AuditRecord(
    String id,
    Instant at,
    Kind kind,
    String databaseArn,
    @Nullable String principal,
    String by,
    String verifiedBy,
    @Nullable String approvalId,
    @Nullable String subjectDigest,
    @Nullable String endpointId,
    @Nullable String executionArn,
    String words) {
  /** What an item lacks that nobody can read shows at once. */
  public AuditRecord {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(databaseArn, "databaseArn");
  }

  /** What can be done. */
  public enum Kind {
    /** Somebody asked for a path. */
    REQUESTED,
    /** People were asked. */
    QUESTION_PUT,
    /** Somebody said yes. */
    APPROVED_BY,
    /** Somebody said no. */
    DENIED_BY,
    /** An endpoint was accepted: from here on a connection can be made. */
    PATH_OPENED,
    /** The path was found sound. */
    ONBOARDED,
    /** A run came to nothing. */
    FAILED,
    /** Somebody, or the end date, ordered the end of a path. */
    END_ORDERED,
    /** Endpoints were rejected: from here on no connection can be made. */
    PATH_CLOSED,
    /** Nothing of the consumer is left. */
    OFFBOARDED,
    /** An owner ordered settings of a database. */
    SETTINGS_ORDERED,
    /** Somebody stopped every change of ours, or let them go on. */
    HOLD_CHANGED,
    /** A demoted writer was taken out. */
    WRITER_SWITCHED
  }

  /** For {@link #by} and {@link #verifiedBy} where the software itself acts. */
  public static final String DRAWBRIDGE = "drawbridge";
}
