package dev.drawbridge.plan;

import dev.drawbridge.identity.Identity;
import dev.drawbridge.model.Approval;
import dev.drawbridge.model.ApprovalSubject;
import dev.drawbridge.model.AuditRecord;
import dev.drawbridge.model.OnboardingKey;
import dev.drawbridge.model.PlainText;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Puts a record of one deed together: what is left out is not part of it. */
public final class AuditEntry {
  private static final int MOST_WORDS = 1000;

  private final AuditRecord.Kind kind;
  private final String databaseArn;
  private final @Nullable String principal;
  private Identity by = Identity.UNKNOWN;
  private boolean ours = true;
  private @Nullable String approvalId;
  private @Nullable String subjectDigest;
  private @Nullable String endpointId;
  private @Nullable String executionArn;
  private String words = "";

  private AuditEntry(AuditRecord.Kind kind, String databaseArn, @Nullable String principal) {
    this.kind = kind;
    this.databaseArn = databaseArn;
    this.principal = principal;
  }

  /** About one consumer's path. */
  public static AuditEntry about(AuditRecord.Kind kind, OnboardingKey key) {
    return new AuditEntry(kind, key.databaseArn(), key.principal());
  }

  /** About a database. */
  public static AuditEntry about(AuditRecord.Kind kind, String databaseArn) {
    return new AuditEntry(kind, databaseArn, null);
  }

  /** Who did it, as AWS or an issuer vouches for; without it Drawbridge itself did. */
  public AuditEntry by(Identity who) {
    by = who;
    ours = false;
    return this;
  }

  /** The question, its subject and the run that asks. */
  public AuditEntry of(Approval approval) {
    approvalId = approval.id();
    subjectDigest = approval.subjectDigest();
    endpointId = approval.endpointId();
    executionArn = approval.executionArn();
    return this;
  }

  /** The endpoint, by which yes it was accepted. */
  public AuditEntry of(ApprovalSubject subject, String approval) {
    approvalId = approval;
    subjectDigest = SubjectDigest.of(subject);
    endpointId = subject.endpointId();
    return this;
  }

  /** One endpoint. */
  public AuditEntry endpoint(String id) {
    endpointId = id;
    return this;
  }

  /** The run that did it. */
  public AuditEntry run(String arn) {
    executionArn = arn;
    return this;
  }

  /** For people. Lines and control characters become spaces, what is too long is cut. */
  public AuditEntry saying(String text) {
    words = PlainText.oneLine(text, MOST_WORDS);
    return this;
  }

  /** The record. */
  public AuditRecord at(Instant when) {
    Instant at = when.truncatedTo(ChronoUnit.MILLIS);
    String who = ours ? AuditRecord.DRAWBRIDGE : by.text();
    String vouched = ours ? AuditRecord.DRAWBRIDGE.toUpperCase(Locale.ROOT) : by.kind().name();
    return new AuditRecord(
        Digest.of(
            kind.name(),
            databaseArn,
            String.valueOf(principal),
            ours ? who : by.canonical(),
            String.valueOf(approvalId),
            String.valueOf(subjectDigest),
            String.valueOf(endpointId),
            // A worker is tried again later; a call is another call.
            executionArn == null ? at.toString() : executionArn,
            words),
        at,
        kind,
        databaseArn,
        principal,
        who,
        vouched,
        approvalId,
        subjectDigest,
        endpointId,
        executionArn,
        words);
  }
}
