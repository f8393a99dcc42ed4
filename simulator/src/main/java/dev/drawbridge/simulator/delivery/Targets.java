package dev.drawbridge.simulator.delivery;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the service that a target's ARN names. The composition root registers services here, so
 * that they need not know each other.
 */
public final class Targets implements Target {
  private final Map<String, Target> byService = new HashMap<>();

  /**
   * Lets messages through to a service.
   *
   * @param service as in the ARN, for example {@code lambda}
   */
  public void register(String service, Target target) {
    byService.put(service, target);
  }

  @Override
  public void take(String arn, String payload) {
    of(arn).take(arn, payload);
  }

  @Override
  public void take(Message message) {
    of(message.target()).take(message);
  }

  private Target of(String arn) {
    List<String> parts = List.of(arn.split(":", 4));
    Target target = parts.size() < 4 ? null : byService.get(parts.get(2));
    if (target == null) {
      throw Refused.forGood("no service in this world takes messages for " + arn);
    }
    return target;
  }
}
