package dev.drawbridge.simulator.sqs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.iam.Authorization;
import dev.drawbridge.simulator.iam.Decision;
import dev.drawbridge.simulator.iam.ResourcePolicy;
import dev.drawbridge.simulator.operation.ServiceError;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of a queue (API Reference, CreateQueue). The visibility timeout, the retention
 * period, the redrive policy and the policy have their effect; the others are kept and shown.
 *
 * @param values with AWS's own value where the request gave none
 * @param policy the attribute of that name, read; one that admits nobody where there is none
 */
record QueueAttributes(Map<String, String> values, ResourcePolicy policy) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String VISIBILITY = "VisibilityTimeout";
  private static final String RETENTION = "MessageRetentionPeriod";

  private static final Map<String, List<Integer>> RANGES =
      Map.of(
          VISIBILITY,
          List.of(0, 43_200),
          "DelaySeconds",
          List.of(0, 900),
          RETENTION,
          List.of(60, 1_209_600),
          "MaximumMessageSize",
          List.of(1_024, 1_048_576),
          "ReceiveMessageWaitTimeSeconds",
          List.of(0, 20),
          "KmsDataKeyReusePeriodSeconds",
          List.of(60, 86_400));

  private static final Map<String, String> DEFAULTS =
      Map.of(
          VISIBILITY,
          "30",
          "DelaySeconds",
          "0",
          RETENTION,
          "345600",
          "MaximumMessageSize",
          "1048576",
          "ReceiveMessageWaitTimeSeconds",
          "0");

  private static final Set<String> OTHERS =
      Set.of(
          "Policy",
          "RedrivePolicy",
          "RedriveAllowPolicy",
          "KmsMasterKeyId",
          "SqsManagedSseEnabled",
          "FifoQueue",
          "ContentBasedDeduplication",
          "DeduplicationScope",
          "FifoThroughputLimit");

  QueueAttributes {
    values = Map.copyOf(values);
  }

  /**
   * Reads the attributes of a request.
   *
   * @throws ServiceError InvalidAttributeName, InvalidAttributeValue
   */
  static QueueAttributes of(Map<String, String> asked) {
    asked.forEach(QueueAttributes::check);
    Redrive.of(asked.get("RedrivePolicy"));
    map("RedriveAllowPolicy", asked.get("RedriveAllowPolicy"));
    return new QueueAttributes(asked, read(asked.get("Policy")));
  }

  private static void check(String name, String value) {
    List<Integer> range = RANGES.get(name);
    if (range == null && !OTHERS.contains(name)) {
      throw ServiceError.client("InvalidAttributeName", "Unknown Attribute %s.".formatted(name));
    }
    boolean fits =
        range == null
            || (value.matches("\\d{1,9}")
                && Integer.parseInt(value) >= range.getFirst()
                && Integer.parseInt(value) <= range.getLast());
    if (!fits) {
      throw invalid(name);
    }
  }

  /**
   * Reads an attribute that is a JSON map; empty if there is none.
   *
   * @throws ServiceError InvalidParameterValue
   */
  static Optional<JsonNode> map(String name, @Nullable String value) {
    if (value == null || value.isEmpty()) {
      return Optional.empty();
    }
    try {
      JsonNode map = JSON.readTree(value);
      if (map.isObject()) {
        return Optional.of(map);
      }
    } catch (JsonProcessingException e) {
      throw noMap(name, value);
    }
    throw noMap(name, value);
  }

  private static ServiceError noMap(String name, String value) {
    return ServiceError.client(
        "InvalidParameterValue",
        "Value %s for parameter %s is invalid. Reason: Redrive policy is not a valid JSON map."
            .formatted(value, name));
  }

  private static ResourcePolicy read(@Nullable String document) {
    if (document == null || document.isEmpty()) {
      return new ResourcePolicy(List.of());
    }
    try {
      return ResourcePolicy.parse(document);
    } catch (IllegalArgumentException e) {
      throw invalid("Policy");
    }
  }

  private static ServiceError invalid(String name) {
    return ServiceError.client(
        "InvalidAttributeValue", "Invalid value for the parameter %s.".formatted(name));
  }

  /** The values, with AWS's own for those that nobody gave. */
  @Override
  public Map<String, String> values() {
    Map<String, String> all = new HashMap<>(DEFAULTS);
    all.putAll(values);
    return all;
  }

  /** For how long a message that was received is hidden. */
  Duration visibility() {
    return seconds(VISIBILITY);
  }

  /** For how long a message is kept that nobody deletes. */
  Duration retention() {
    return seconds(RETENTION);
  }

  private Duration seconds(String name) {
    return Duration.ofSeconds(Long.parseLong(values().getOrDefault(name, "0")));
  }

  /** Where messages go that are received too often; empty where they stay. */
  Optional<Redrive> redrive() {
    return Redrive.of(values.get("RedrivePolicy"));
  }

  /**
   * Compares with what a request for a queue of the same name gives; what it leaves out may differ.
   *
   * @throws ServiceError QueueNameExists
   */
  void checkSame(QueueAttributes asked) {
    for (Map.Entry<String, String> each : asked.values.entrySet()) {
      if (!each.getValue().equals(values().get(each.getKey()))) {
        throw ServiceError.client(
            "QueueNameExists",
            "A queue already exists with the same name and a different value for attribute "
                + each.getKey());
      }
    }
  }

  /** Whether the policy lets a caller of another account do that. */
  boolean allow(String queueArn, String action, Caller caller) {
    Authorization asked = Authorization.of("sqs:" + action).on(queueArn);
    return policy.judge(caller.principals(), asked) == Decision.ALLOWED;
  }
}
