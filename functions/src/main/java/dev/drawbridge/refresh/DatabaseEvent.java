package dev.drawbridge.refresh;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * An event of RDS as EventBridge delivers it. Everything may be absent: RDS states no schema, and
 * the worker says itself what it cannot use.
 *
 * @param id EventBridge's own id, the same for both copies of a doubled event
 */
public record DatabaseEvent(
    @Nullable String id,
    @JsonProperty("detail-type") @Nullable String detailType,
    @Nullable Detail detail) {

  /**
   * What happened to whom.
   *
   * @param eventId for example {@code RDS-EVENT-0071}
   * @param sourceArn of the cluster, the instance or the blue/green deployment. SourceIdentifier is
   *     not used: AWS's samples disagree about its spelling
   */
  public record Detail(
      @JsonProperty("EventID") @Nullable String eventId,
      @JsonProperty("SourceArn") @Nullable String sourceArn) {}
}
