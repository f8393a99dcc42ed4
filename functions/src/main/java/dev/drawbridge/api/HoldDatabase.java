package dev.drawbridge.api;

import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Settings;

/** {@code PUT /databases/{id}/hold}: stops every change of ours. */
public final class HoldDatabase extends ApiWorker {
  private final Settings settings;

  public HoldDatabase() {
    this(Environment.lambda());
  }

  public HoldDatabase(Environment environment) {
    this.settings = environment.settings();
  }

  @Override
  ProxyAnswer answer(ApiCall call) {
    Access.of(settings, call.account()).requireOperator(call.caller());
    throw new Refusal(
        Problem.Kind.NOT_BUILT_YET, "a hold cannot be set through this release's API yet");
  }
}
