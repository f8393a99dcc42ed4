package dev.drawbridge.simulator.lambda;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;

/**
 * What the API shows of a function.
 *
 * @param configuration in the API's shape
 * @param code the archive that was uploaded; empty for what is deployed by type
 * @param permissions the statements of its policy as JSON, by their ids
 */
record FunctionEntry(
    FunctionConfiguration configuration, Optional<SdkBytes> code, Map<String, String> permissions) {

  FunctionEntry {
    permissions = Collections.unmodifiableMap(new TreeMap<>(permissions));
  }

  FunctionEntry permissions(Map<String, String> value) {
    return new FunctionEntry(configuration, code, value);
  }
}
