package dev.drawbridge.plan;

import dev.drawbridge.error.Conflict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * How many of each thing AWS lets the provider's account have: what an account has by default, or
 * what the installation says that it was granted. Zero: unknown, and not looked at.
 *
 * @param rulesPerSecurityGroup inbound rules ("Amazon VPC quotas")
 * @param loadBalancers network load balancers of a region ("Quotas for Network Load Balancers")
 * @param targetGroups of a region, those of application load balancers included (the same)
 * @param listenersPerLoadBalancer the same
 * @param targetsPerLoadBalancer with cross-zone load balancing (the same)
 * @param endpointServices of a region; AWS publishes no figure that we have found
 */
public record Quotas(
    int rulesPerSecurityGroup,
    int loadBalancers,
    int targetGroups,
    int listenersPerLoadBalancer,
    int targetsPerLoadBalancer,
    int endpointServices) {

  /** AWS's defaults. */
  public static final Quotas DEFAULTS = new Quotas(60, 50, 3000, 50, 500, 0);

  /** Which figures count as full. */
  public interface Full {
    boolean test(int used, int quota);
  }

  /**
   * What a building takes of a quota.
   *
   * @param what of what, for people
   * @param used how many there are
   * @param more how many it would add
   * @param unknown why more than {@code used} may be there, for people; empty if it is exact
   */
  public record Demand(String what, int used, int more, int quota, String unknown) {
    /** Of what can be counted. */
    public Demand(String what, int used, int more, int quota) {
      this(what, used, more, quota, "");
    }

    private boolean exceeds() {
      return quota > 0 && more > 0 && used + more > quota;
    }

    /** Whether it fits, but for what nobody could count. */
    private boolean mayExceed() {
      return quota > 0 && more > 0 && !exceeds() && !unknown.isEmpty();
    }

    private String words() {
      return unknown.isEmpty()
          ? "%s: %d of %d are used, %d more are needed".formatted(what, used, quota, more)
          : "%s: at least %d of %d are used (%s), %d more are needed"
              .formatted(what, used, quota, unknown, more);
    }
  }

  /**
   * Reads figures such as {@code rulesPerSecurityGroup=100 loadBalancers=80}; what is not named has
   * AWS's default.
   *
   * @throws IllegalArgumentException naming what cannot be read
   */
  public static Quotas of(String text) {
    Map<String, Integer> figures =
        Arrays.stream(text.split("[\\s,]+"))
            .filter(Predicate.not(String::isEmpty))
            .map(part -> part.split("=", 2))
            .collect(Collectors.toMap(part -> part[0], Quotas::figure));
    Quotas read =
        new Quotas(
            take(figures, "rulesPerSecurityGroup", DEFAULTS.rulesPerSecurityGroup),
            take(figures, "loadBalancers", DEFAULTS.loadBalancers),
            take(figures, "targetGroups", DEFAULTS.targetGroups),
            take(figures, "listenersPerLoadBalancer", DEFAULTS.listenersPerLoadBalancer),
            take(figures, "targetsPerLoadBalancer", DEFAULTS.targetsPerLoadBalancer),
            take(figures, "endpointServices", DEFAULTS.endpointServices));
    if (!figures.isEmpty()) {
      throw new IllegalArgumentException("no quota is called " + figures.keySet());
    }
    return read;
  }

  /**
   * Passes if everything fits.
   *
   * @throws Conflict with the figures of all that does not
   */
  public static void require(List<Demand> demands) {
    List<String> exceeded =
        new ArrayList<>(demands.stream().filter(Demand::exceeds).map(Demand::words).toList());
    if (!exceeded.isEmpty()) {
      throw new Conflict(
          "AWS's quotas are too low, and nothing was made: %s; free some, or have the quota raised and tell the installation (setting quotas)"
              .formatted(String.join("; ", exceeded)));
    }
  }

  /** What fits by the figures, and may be refused for what they leave out. */
  public static List<String> uncertain(List<Demand> demands) {
    return demands.stream().filter(Demand::mayExceed).map(Demand::words).toList();
  }

  /** Whether so many leave little room; never where the quota is unknown. */
  public static boolean nearly(int used, int quota) {
    return quota > 0 && 10L * used >= 9L * quota;
  }

  /** Whether so many leave no room yet, once they were nearly all; never where it is unknown. */
  public static boolean tight(int used, int quota) {
    return quota > 0 && 10L * used >= 8L * quota;
  }

  private static int take(Map<String, Integer> figures, String name, int otherwise) {
    return Optional.ofNullable(figures.remove(name)).orElse(otherwise);
  }

  private static Integer figure(String[] part) {
    if (part.length < 2 || !part[1].matches("\\d{1,6}")) {
      throw new IllegalArgumentException(
          "%s is no quota; expected, for example, loadBalancers=80"
              .formatted(String.join("=", part)));
    }
    return Integer.valueOf(part[1]);
  }
}
