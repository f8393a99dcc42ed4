package dev.drawbridge.api;

import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Settings;

/** {@code GET /databases/{id}}: settings, findings, consumers. */
public final class ReadDatabase extends ApiWorker {
  private final Settings settings;

  public ReadDatabase() {
    this(Environment.lambda());
  }

  public ReadDatabase(Environment environment) {
    this.settings = environment.settings();
  }

  @Override
  ProxyAnswer answer(ApiCall call) {
    Access.of(settings, call.account()).requireOperator(call.caller());
    throw new Refusal(
        Problem.Kind.NOT_BUILT_YET, "an exposure cannot be read through this release's API yet");
  }
}
