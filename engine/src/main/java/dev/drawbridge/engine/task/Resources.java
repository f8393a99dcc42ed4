package dev.drawbridge.engine.task;

import java.util.regex.Pattern;

/** The shapes of resource ARNs. */
final class Resources {
  static final Pattern FUNCTION = Pattern.compile("arn:[^:]+:lambda:[^:]*:[^:]*:function:.+");
  static final Pattern ACTIVITY = Pattern.compile("arn:[^:]+:states:[^:]*:[^:]*:activity:.+");
  static final Pattern SERVICE =
      Pattern.compile("arn:[^:]+:states:[^:]*:[^:]*:([A-Za-z0-9-]+):([A-Za-z0-9:]+?)(\\..+)?");

  private Resources() {}
}
