package dev.drawbridge.plan;

import dev.drawbridge.model.EndpointService;
import dev.drawbridge.model.ExposureSettings;
import dev.drawbridge.model.PrivateDnsName;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an endpoint service lacks of what its owner decided.
 *
 * @param addRegions whose consumers may connect from now on
 * @param removeRegions whose consumers may make no further endpoint; those that there are stay
 *     connected
 * @param privateDnsName the name that it is to have; null if that stays, empty if it is to have
 *     none any more
 */
public record ServiceAdjustment(
    List<String> addRegions, List<String> removeRegions, @Nullable String privateDnsName) {
  /** Keeps copies. */
  public ServiceAdjustment {
    addRegions = List.copyOf(addRegions);
    removeRegions = List.copyOf(removeRegions);
  }

  /** Compares. */
  public static ServiceAdjustment of(EndpointService service, ExposureSettings wanted) {
    PrivateDnsName named = service.privateDns();
    String has = named == null ? "" : named.name();
    return new ServiceAdjustment(
        without(wanted.consumerRegions(), service.supportedRegions()),
        without(service.supportedRegions(), wanted.consumerRegions()),
        has.equals(wanted.privateDnsName()) ? null : wanted.privateDnsName());
  }

  /** Whether there is nothing to do. */
  public boolean isEmpty() {
    return ofRegions().isEmpty() && privateDnsName == null;
  }

  /** The Regions that come or go. */
  public List<String> ofRegions() {
    return Stream.concat(addRegions.stream(), removeRegions.stream()).toList();
  }

  /** Whether it is to have no name any more, which AWS takes only while nobody is connected. */
  public boolean unnames() {
    return "".equals(privateDnsName);
  }

  /** The same for a service that keeps the name it has. */
  public ServiceAdjustment keepingName() {
    return new ServiceAdjustment(addRegions, removeRegions, null);
  }

  private static List<String> without(List<String> regions, List<String> others) {
    Set<String> left = new TreeSet<>(regions);
    others.forEach(left::remove);
    return List.copyOf(left);
  }
}
