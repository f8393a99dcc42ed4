package dev.drawbridge.simulator.lambda;

import dev.drawbridge.simulator.operation.ServiceError;
import java.util.HashMap;
import java.util.Map;

/** The functions that can run, by account, region and name. */
final class Functions {
  private record Key(String account, String region, String name) {
    static Key of(FunctionName named) {
      return new Key(named.account(), named.region(), named.name());
    }
  }

  private final Map<Key, Function> functions = new HashMap<>();
  private final FunctionEntries entries;

  Functions(FunctionEntries entries) {
    this.entries = entries;
  }

  /** Adds a function, or replaces it. */
  void put(FunctionName named, Function function) {
    functions.put(Key.of(named), function);
  }

  /** Forgets a function; what runs goes on to its end. */
  void remove(FunctionName named) {
    functions.remove(Key.of(named));
  }

  /**
   * The function of that name, if it has the version or alias.
   *
   * @throws ServiceError ResourceNotFoundException (404)
   */
  Function get(FunctionName named) {
    entries.get(named);
    Function found = functions.get(Key.of(named));
    if (found == null) {
      throw ServiceError.of(
          404, "ResourceNotFoundException", "Function not found: " + named.invokedArn());
    }
    return found;
  }

  /** How many invocations run in the account and region of a function. */
  long runningBeside(FunctionName named) {
    return functions.entrySet().stream()
        .filter(each -> each.getKey().account().equals(named.account()))
        .filter(each -> each.getKey().region().equals(named.region()))
        .mapToLong(each -> each.getValue().running())
        .sum();
  }
}
