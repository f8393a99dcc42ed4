package dev.drawbridge.exposure;

import dev.drawbridge.error.Conflict;
import dev.drawbridge.model.Claim;
import dev.drawbridge.model.Enforcement;
import dev.drawbridge.model.ExposureSettings;
import dev.drawbridge.model.InstancePortRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a change of an exposure's settings comes to.
 *
 * @param changes each setting that changes, from what to what
 * @param cuts onboardings that lose their connections by it
 * @param widens what would be wider than what was approved of the onboardings that live
 * @param live the onboardings that live
 */
public record ExposurePlan(
    String databaseIdentifier,
    List<String> changes,
    List<String> cuts,
    List<String> widens,
    List<String> live) {
  /** Keeps copies. */
  public ExposurePlan {
    changes = List.copyOf(changes);
    cuts = List.copyOf(cuts);
    widens = List.copyOf(widens);
    live = List.copyOf(live);
  }

  /**
   * Compares.
   *
   * @param before what holds
   * @param built whether something carries connections already
   * @param after what is to hold
   * @param claims of the database
   * @throws Conflict if the name of a service is to go that somebody is connected to
   */
  public static ExposurePlan of(
      String databaseName,
      ExposureSettings before,
      boolean built,
      ExposureSettings after,
      List<Claim> claims) {
    List<Claim> live = claims.stream().filter(Claim::holdsPath).toList();
    requireNameKept(databaseName, before, after, live);
    boolean moved =
        differ(before.readerPort(), after.readerPort())
            || differ(before.writerPort(), after.writerPort());
    boolean opened =
        before.enforcement() == Enforcement.ON && after.enforcement() == Enforcement.OFF;
    boolean closed =
        before.enforcement() == Enforcement.OFF && after.enforcement() == Enforcement.ON;
    List<String> widens = new ArrayList<>();
    if (moved) {
      widens.add("new ports");
    }
    InstancePortRange hadRange = before.instanceRange();
    InstancePortRange getsRange = after.instanceRange();
    boolean cut = hadRange != null && !hadRange.equals(getsRange);
    if (built && getsRange != null && !getsRange.within(hadRange)) {
      widens.add("ports %s for instances".formatted(getsRange));
    }
    if (opened) {
      widens.add("enforcement off");
    }
    return new ExposurePlan(
        databaseName,
        changes(before, built, after),
        moved || closed || cut ? names(live) : List.of(),
        live.isEmpty() ? List.of() : widens,
        names(live));
  }

  /** AWS takes a name away only from a service that nobody is connected to. */
  private static void requireNameKept(
      String databaseName, ExposureSettings before, ExposureSettings after, List<Claim> live) {
    if (!before.privateDnsName().isEmpty() && after.privateDnsName().isEmpty() && !live.isEmpty()) {
      throw new Conflict(
          "exposure %s: privateDnsName %s can be taken away only while nobody is onboarded, as AWS has it; offboard %s first"
              .formatted(databaseName, before.privateDnsName(), String.join(", ", names(live))));
    }
  }

  /**
   * The same with another database in the place of the approved one, which nobody has approved.
   *
   * @param approvedId null if none was approved
   * @param follows the resource id of what is to be followed; null if nothing is said of it
   */
  public ExposurePlan following(@Nullable String approvedId, @Nullable String follows) {
    if (approvedId == null || follows == null || approvedId.equals(follows)) {
      return this;
    }
    List<String> all = new ArrayList<>(changes);
    all.add("databaseResourceId: %s -> %s".formatted(approvedId, follows));
    List<String> wider = new ArrayList<>(widens);
    if (!live.isEmpty()) {
      wider.add("another database");
    }
    return new ExposurePlan(databaseIdentifier, all, cuts, wider, live);
  }

  /**
   * Passes if nobody is cut against whoever asks for the change. What it widens is asked about.
   *
   * @param force whether whoever asks accepts the cuts
   * @throws Conflict saying whom it would cut
   */
  public void require(boolean force) {
    if (!cuts.isEmpty() && !force) {
      throw new Conflict(
          "exposure %s: this cuts %s; say force: true to cut them"
              .formatted(databaseIdentifier, String.join(", ", cuts)));
    }
  }

  private static List<String> changes(
      ExposureSettings before, boolean built, ExposureSettings after) {
    List<String> changes = new ArrayList<>();
    if (!built) {
      changes.add("it is exposed");
    }
    Map<String, Object> was = before.stated();
    after
        .stated()
        .forEach(
            (field, value) -> {
              if (!Objects.equals(was.get(field), value)) {
                changes.add("%s: %s -> %s".formatted(field, shown(was.get(field)), shown(value)));
              }
            });
    return changes;
  }

  private static Object shown(@Nullable Object value) {
    return value == null || value.equals("") ? "none" : value;
  }

  /** A port that was never decided moves nobody. */
  private static boolean differ(@Nullable Integer before, @Nullable Integer after) {
    return before != null && !before.equals(after);
  }

  private static List<String> names(List<Claim> claims) {
    return claims.stream().map(claim -> claim.key().toString()).sorted().toList();
  }
}
