package dev.drawbridge.api;

import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Settings;

/** {@code PUT /databases/{id}}: changes an exposure. */
public final class ChangeDatabase extends ApiWorker {
  private final Settings settings;

  public ChangeDatabase() {
    this(Environment.lambda());
  }

  public ChangeDatabase(Environment environment) {
    this.settings = environment.settings();
  }

  @Override
  ProxyAnswer answer(ApiCall call) {
    Access.of(settings, call.account()).requireOperator(call.caller());
    throw new Refusal(
        Problem.Kind.NOT_BUILT_YET,
        "settings of an exposure cannot be changed through this release's API yet");
  }
}
