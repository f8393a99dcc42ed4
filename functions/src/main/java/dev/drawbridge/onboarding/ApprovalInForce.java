package dev.drawbridge.onboarding;

import dev.drawbridge.consent.ApprovalRules;
import dev.drawbridge.error.Conflict;
import dev.drawbridge.identity.Identity;
import dev.drawbridge.model.Approval;
import dev.drawbridge.model.ApprovalSubject;
import dev.drawbridge.model.Enforcement;
import dev.drawbridge.model.ExposureSettings;
import dev.drawbridge.model.InstancePortRange;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether a yes is still one to what it would open. A run that failed keeps nobody from changing
 * the exposure, and its redrive states what the exposure was when the question was put.
 */
final class ApprovalInForce {
  private ApprovalInForce() {}

  /**
   * Compares what was approved with what the endpoint would reach now, and the yeses with how many
   * are needed now. Nothing is compared of an exposure without a decision on record, which is one
   * of an earlier release.
   *
   * @param requesters everybody who has asked for it by now; looked up only where it matters
   * @throws Conflict saying what is wider, or how many yeses are missing
   */
  static void require(
      Approval approval,
      Supplier<List<Identity>> requesters,
      ApprovalSubject approved,
      ExposureSettings now) {
    if (!now.decided()) {
      return;
    }
    List<String> wider = wider(approved, now);
    if (!wider.isEmpty()) {
      throw new Conflict(
          "database %s has got %s since endpoint %s was approved; nothing is accepted, ask again by the same request"
              .formatted(
                  approved.key().databaseName(),
                  String.join(" and ", wider),
                  approved.endpointId()));
    }
    Approval needing = approval.needing(now.quorum());
    int lacks =
        needing.quorum() == approval.quorum() ? 0 : ApprovalRules.lacks(needing, requesters.get());
    if (lacks > 0) {
      throw new Conflict(
          "database %s needs %d yeses now, and approval %s lacks %d; nothing is accepted, ask again by the same request"
              .formatted(approved.key().databaseName(), needing.quorum(), approval.id(), lacks));
    }
  }

  private static List<String> wider(ApprovalSubject approved, ExposureSettings now) {
    List<String> wider = new ArrayList<>();
    if (differ(approved.readerPort(), now.readerPort())) {
      wider.add("reader port %d".formatted(now.readerPort()));
    }
    if (differ(approved.writerPort(), now.writerPort())) {
      wider.add("writer port %d".formatted(now.writerPort()));
    }
    InstancePortRange range = now.instanceRange();
    if (range != null && !range.within(approved.instancePorts())) {
      wider.add("ports %s for instances".formatted(range));
    }
    if (approved.enforcement() == Enforcement.ON && now.enforcement() == Enforcement.OFF) {
      wider.add("enforcement off");
    }
    return wider;
  }

  /** A yes of an earlier release names no port, and covers those that there were. */
  private static boolean differ(@Nullable Integer approved, @Nullable Integer now) {
    return approved != null && now != null && !approved.equals(now);
  }
}
