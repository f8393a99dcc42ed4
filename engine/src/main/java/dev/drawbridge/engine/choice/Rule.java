package dev.drawbridge.engine.choice;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drawbridge.engine.path.PathFailure;
import dev.drawbridge.engine.path.Scope;
import dev.drawbridge.engine.path.StateFailure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rule of a Choice state: a comparison, or a combination of rules. */
public sealed interface Rule {

  /**
   * Whether the rule holds.
   *
   * @throws StateFailure when a path finds nothing
   */
  boolean holds(Scope scope);

  /** All of them. */
  record And(List<Rule> rules) implements Rule {
    @Override
    public boolean holds(Scope scope) {
      return rules.stream().allMatch(rule -> rule.holds(scope));
    }
  }

  /** Any of them. */
  record Or(List<Rule> rules) implements Rule {
    @Override
    public boolean holds(Scope scope) {
      return rules.stream().anyMatch(rule -> rule.holds(scope));
    }
  }

  /** Not that one. */
  record Not(Rule rule) implements Rule {
    @Override
    public boolean holds(Scope scope) {
      return !rule.holds(scope);
    }
  }

  /** {@code IsPresent}: the one operator that does not mind a path without a value. */
  record Present(String variable, boolean expected) implements Rule {
    @Override
    public boolean holds(Scope scope) {
      try {
        scope.read(variable);
        return expected;
      } catch (PathFailure missing) {
        return !expected;
      }
    }
  }

  /**
   * A comparison of a variable with a constant or with another path's value.
   *
   * @param value the constant
   * @param path the other path
   */
  record Comparison(
      String variable, Operator operator, @Nullable JsonNode value, @Nullable String path)
      implements Rule {
    @Override
    public boolean holds(Scope scope) {
      JsonNode left = read(scope, variable);
      JsonNode right = path != null ? read(scope, path) : value;
      return right != null && operator.test(left, right);
    }

    private static JsonNode read(Scope scope, String path) {
      try {
        return scope.read(path);
      } catch (PathFailure missing) {
        throw StateFailure.runtime(
            "Invalid path '%s': The choice state's condition path references an invalid value."
                .formatted(path));
      }
    }
  }
}
