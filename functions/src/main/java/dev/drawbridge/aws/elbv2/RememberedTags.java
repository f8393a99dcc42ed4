package dev.drawbridge.aws.elbv2;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tags of resources that are listed again and again. */
final class RememberedTags {
  private static final Duration REMEMBERED = Duration.ofMinutes(15);

  private final ElbTags tags;
  private Map<String, Map<String, String>> known = Map.of();
  private Instant forgetAt = Instant.EPOCH;

  RememberedTags(ElbTags tags) {
    this.tags = tags;
  }

  /** The tags of each resource, by ARN. Calls: 1 for each 20 that are not known. */
  Map<String, Map<String, String>> of(List<String> arns, Instant now) {
    if (!now.isBefore(forgetAt)) {
      known = Map.of();
      forgetAt = now.plus(REMEMBERED);
    }
    Map<String, Map<String, String>> all = new HashMap<>(known);
    all.keySet().retainAll(arns);
    all.putAll(tags.of(arns.stream().filter(arn -> !all.containsKey(arn)).toList()));
    known = all;
    return all;
  }
}
