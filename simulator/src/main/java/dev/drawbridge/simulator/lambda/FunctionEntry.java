package dev.drawbridge.simulator.lambda;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;

/**
 * What the API shows of a function.
 *
 * @param configuration in the API's shape
 * @param code the archive that was uploaded; empty for what is deployed by type
 * @param qualifiers the versions and aliases that it has
 * @param permissions the statements of its policy as JSON, by their ids
 */
record FunctionEntry(
    FunctionConfiguration configuration,
    Optional<SdkBytes> code,
    Set<String> qualifiers,
    Map<String, String> permissions) {

  FunctionEntry {
    qualifiers = Set.copyOf(qualifiers);
    permissions = Collections.unmodifiableMap(new TreeMap<>(permissions));
  }

  FunctionEntry permissions(Map<String, String> value) {
    return new FunctionEntry(configuration, code, qualifiers, value);
  }
}
