package dev.drawbridge.inspection;

import static dev.drawbridge.inspection.Remedy.ASK;
import static dev.drawbridge.inspection.Remedy.END;
import static dev.drawbridge.inspection.Remedy.MEND;
import static dev.drawbridge.inspection.Remedy.REFRESH;
import static dev.drawbridge.inspection.Remedy.TELL;
import static dev.drawbridge.inspection.Weight.CUTS;
import static dev.drawbridge.inspection.Weight.NOTES;
import static dev.drawbridge.inspection.Weight.WEAKENS;
import static dev.drawbridge.inspection.Whose.APPROVERS;
import static dev.drawbridge.inspection.Whose.CONSUMER;
import static dev.drawbridge.inspection.Whose.DRAWBRIDGE;
import static dev.drawbridge.inspection.Whose.OWNER;

/** What can be wrong with a path. */
public enum Kind {
  DATABASE_GONE(CUTS, TELL, OWNER, false),
  DATABASE_REPLACED(CUTS, TELL, OWNER, false),
  DATABASE_RENAMED(WEAKENS, TELL, OWNER, false),
  /**
   * RDS and names say different things in the middle of every failover: only for long it is news.
   */
  WRITER_DISPUTED(CUTS, TELL, OWNER, true),
  /** A failover may leave none for a moment: only for long it is news. */
  NO_WRITER(CUTS, TELL, OWNER, true),
  PUBLIC_ADDRESS(WEAKENS, TELL, OWNER, false),
  /** RDS tries again by itself, and its words change with each try. */
  REPLICATION_BROKEN(WEAKENS, TELL, OWNER, true),
  /** Somebody's will, it may be: it takes no part. */
  READER_ELSEWHERE(NOTES, TELL, OWNER, false),
  /** Names lag behind in the middle of every failover: only for long it is news. */
  READER_UNREACHABLE(WEAKENS, TELL, OWNER, true),
  /** An instance may be full for a moment, before autoscaling has given it more. */
  INSTANCE_IMPAIRED(WEAKENS, TELL, OWNER, true),
  CERTIFICATE_ENDS(WEAKENS, TELL, OWNER, false),
  HOST_BLOCK_RISK(WEAKENS, TELL, OWNER, false),
  KEPT_AWAKE(NOTES, TELL, OWNER, false),
  LOAD_BALANCER_GONE(CUTS, TELL, OWNER, false),
  LOAD_BALANCER_NOT_OURS(CUTS, TELL, OWNER, false),
  LOAD_BALANCER_NOT_ACTIVE(CUTS, TELL, OWNER, true),
  LOAD_BALANCER_ELSEWHERE(CUTS, TELL, OWNER, false),
  LOAD_BALANCER_PUBLIC(CUTS, TELL, OWNER, false),
  ENFORCEMENT_CHANGED(CUTS, TELL, OWNER, false),
  LOAD_BALANCER_GROUPS_CHANGED(CUTS, TELL, OWNER, false),
  CROSS_ZONE_OFF(WEAKENS, MEND, DRAWBRIDGE, false),
  ZONE_MISSING(WEAKENS, MEND, DRAWBRIDGE, false),
  LISTENER_GONE(CUTS, MEND, DRAWBRIDGE, false),
  LISTENER_ELSEWHERE(CUTS, TELL, OWNER, false),
  LISTENER_UNKNOWN(NOTES, TELL, OWNER, false),
  GROUP_GONE(CUTS, TELL, OWNER, false),
  GROUP_NOT_OURS(CUTS, TELL, OWNER, false),
  GROUP_CHANGED(WEAKENS, MEND, DRAWBRIDGE, false),
  RULE_GONE(CUTS, MEND, DRAWBRIDGE, false),
  RULE_LEFT_BEHIND(NOTES, TELL, OWNER, false),
  CONSUMER_RULE_GONE(CUTS, TELL, OWNER, false),
  /** A run that is under way takes out what nobody needs any more. */
  CONSUMER_RULE_UNKNOWN(NOTES, TELL, OWNER, true),
  /** AWS takes the interfaces of a load balancer that was deleted away a while later. */
  INTERFACE_UNKNOWN(NOTES, TELL, OWNER, true),
  /** Told apart from a sick database by the rules alone; a group that carries needs none. */
  EGRESS_GONE(CUTS, TELL, OWNER, true),
  TARGETS_BEHIND(CUTS, REFRESH, DRAWBRIDGE, true),
  WRITER_UNHEALTHY(CUTS, TELL, OWNER, true),
  READERS_UNHEALTHY(CUTS, TELL, OWNER, true),
  /** Names disagree for a while in every failover, and then nobody knows whose a target is. */
  READER_UNKNOWN(CUTS, TELL, OWNER, true),
  INSTANCE_PORT_GONE(WEAKENS, MEND, DRAWBRIDGE, true),
  INSTANCE_PORT_ELSEWHERE(WEAKENS, TELL, OWNER, false),
  INSTANCE_PORT_UNHEALTHY(NOTES, TELL, OWNER, true),
  /** Readers come and go with load. */
  INSTANCE_WITHOUT_PORT(NOTES, TELL, OWNER, true),
  /** Only a run gives new strings: a path that is sound answers with those of its last one. */
  INSTANCE_PORT_LOST(WEAKENS, TELL, CONSUMER, false),
  SERVICE_GONE(CUTS, TELL, OWNER, false),
  /** Tags alone make nothing ours: it is told, and never touched. */
  SERVICE_UNKNOWN(NOTES, TELL, OWNER, false),
  SERVICE_ELSEWHERE(CUTS, TELL, OWNER, false),
  SERVICE_ZONE_MISSING(WEAKENS, TELL, OWNER, false),
  SERVICE_NOT_AVAILABLE(CUTS, TELL, OWNER, true),
  ACCEPTANCE_OFF(CUTS, TELL, OWNER, false),
  WILDCARD_PRINCIPAL(CUTS, TELL, OWNER, false),
  PRINCIPAL_UNKNOWN(NOTES, TELL, OWNER, false),
  PRINCIPAL_GONE(CUTS, TELL, OWNER, false),
  REGION_UNKNOWN(NOTES, TELL, OWNER, false),
  /** A run that is under way gives the service the name that its owner wants. */
  PRIVATE_NAME_CHANGED(NOTES, TELL, OWNER, true),
  /**
   * A new name is verified a while after its record is there. AWS denies new connection requests
   * when it gives one up; UNCONFIRMED whether those of endpoints without private DNS, too.
   */
  PRIVATE_NAME_UNVERIFIED(WEAKENS, TELL, OWNER, true),
  NOTIFICATION_GONE(WEAKENS, MEND, DRAWBRIDGE, false),
  CONNECTION_UNAPPROVED(NOTES, TELL, OWNER, false),
  ENDPOINT_WAITS(WEAKENS, ASK, APPROVERS, false),
  ENDPOINT_UNKNOWN(NOTES, TELL, OWNER, false),
  ENDPOINT_LEFT(NOTES, TELL, CONSUMER, false),
  ENDPOINT_GONE(CUTS, TELL, CONSUMER, false),
  ENDPOINT_NOT_AVAILABLE(CUTS, TELL, CONSUMER, true),
  END_DATE_NEAR(NOTES, TELL, CONSUMER, false),
  END_DATE_PASSED(NOTES, END, DRAWBRIDGE, false),
  END_STALLED(NOTES, END, DRAWBRIDGE, false),
  /** Its figure comes and goes with what is built. */
  RULES_NEARLY_FULL(NOTES, TELL, OWNER, true),
  /** Its figure comes and goes with readers. */
  QUOTA_NEARLY_FULL(NOTES, TELL, OWNER, true),
  /**
   * Nobody hears what is told. A mail that was just subscribed waits a while for its confirmation.
   */
  NOBODY_SUBSCRIBED(NOTES, TELL, OWNER, true),
  SUBSCRIPTION_PENDING(NOTES, TELL, OWNER, true),
  /** A deployment may tell the workers of an address before it subscribes it. */
  SUBSCRIPTION_LOST(NOTES, TELL, OWNER, true),
  /** A look that failed: nothing is known, which is not the same as nothing is wrong. */
  NOT_SEEN(NOTES, TELL, OWNER, true);

  private final Weight weight;
  private final Remedy remedy;
  private final Whose whose;
  private final boolean passing;

  Kind(Weight weight, Remedy remedy, Whose whose, boolean passing) {
    this.weight = weight;
    this.remedy = remedy;
    this.whose = whose;
    this.passing = passing;
  }

  /** What it means for whoever uses the path. */
  public Weight weight() {
    return weight;
  }

  /** What becomes of it, if nothing forbids that. */
  public Remedy remedy() {
    return remedy;
  }

  /** Who can do something about it. */
  public Whose whose() {
    return whose;
  }

  /**
   * Whether a run would undo it, though it may be somebody's will: while it stands, nothing at all
   * is put back without a person.
   */
  public boolean undone() {
    return this == ENFORCEMENT_CHANGED || this == LOAD_BALANCER_GROUPS_CHANGED;
  }

  /** Whether it comes and goes in the middle of what is meant to happen, such as a failover. */
  public boolean passing() {
    return passing;
  }
}
