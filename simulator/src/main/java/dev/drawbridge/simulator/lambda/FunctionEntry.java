package dev.drawbridge.simulator.lambda;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
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

  /** The aliases that lead to a version: here all lead to version 1, see {@link FunctionName}. */
  List<String> aliasesOf(String version) {
    return version.equals("1")
        ? qualifiers.stream().filter(each -> each.matches("[a-zA-Z].*")).sorted().toList()
        : List.of();
  }

  FunctionEntry without(String qualifier) {
    Set<String> others = new HashSet<>(qualifiers);
    others.remove(qualifier);
    return new FunctionEntry(configuration, code, others, permissions);
  }

  FunctionEntry permissions(Map<String, String> value) {
    return new FunctionEntry(configuration, code, qualifiers, value);
  }
}
