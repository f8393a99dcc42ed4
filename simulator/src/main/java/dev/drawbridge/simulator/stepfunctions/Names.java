package dev.drawbridge.simulator.stepfunctions;

import java.util.regex.Pattern;

/** The rule for names of state machines and executions (API Reference, CreateStateMachine). */
final class Names {
  private static final Pattern FORBIDDEN =
      Pattern.compile("[\\s<>{}\\[\\]?*\"#%\\\\^|~`$&,;:/\\p{Cntrl}]");
  private static final int LONGEST = 80;

  private Names() {}

  static String check(String name) {
    if (name.isEmpty() || name.length() > LONGEST || FORBIDDEN.matcher(name).find()) {
      throw Errors.invalidName(name);
    }
    return name;
  }
}
