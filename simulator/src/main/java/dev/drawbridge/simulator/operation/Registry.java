package dev.drawbridge.simulator.operation;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds services by the name they are signed for, and their operations by name. */
public final class Registry {
  private final Map<String, Service> services = new HashMap<>();
  private final Map<String, Map<String, OperationType>> operations = new HashMap<>();

  /**
   * Registers the services.
   *
   * @throws IllegalArgumentException if two services or two operations of one share a name
   */
  public Registry(List<Service> services) {
    services.forEach(this::add);
  }

  private void add(Service service) {
    Map<String, OperationType> byName = new HashMap<>();
    for (Operation<?, ?> operation : service.operations()) {
      OperationType type = OperationType.of(operation);
      if (byName.put(key(type.name()), type) != null) {
        throw new IllegalArgumentException("registered twice: " + type.name());
      }
    }
    if (services.put(service.signingName(), service) != null) {
      throw new IllegalArgumentException("registered twice: " + service.signingName());
    }
    operations.put(service.signingName(), byName);
  }

  /** The names that services are signed for, sorted. */
  public List<String> signingNames() {
    return services.keySet().stream().sorted().toList();
  }

  /** The service that requests are signed for as {@code signingName}. */
  public Optional<Service> service(String signingName) {
    return Optional.ofNullable(services.get(signingName));
  }

  /** The operation called {@code name} on the wire, for example {@code DescribeDBClusters}. */
  public Optional<OperationType> operation(Service service, String name) {
    return Optional.ofNullable(
        operations.getOrDefault(service.signingName(), Map.of()).get(key(name)));
  }

  /** The names of all operations that a service models, as the SDK spells them, sorted. */
  public List<String> operationNames(String signingName) {
    return operations.getOrDefault(signingName, Map.of()).values().stream()
        .map(OperationType::name)
        .sorted()
        .toList();
  }

  /** The SDK writes {@code DescribeDbClusters} where the wire has {@code DescribeDBClusters}. */
  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
