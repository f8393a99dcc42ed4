package dev.drawbridge.api;

import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Settings;

/** {@code GET /records}: who did what, and when. */
public final class ReadRecords extends ApiWorker {
  private final Settings settings;

  public ReadRecords() {
    this(Environment.lambda());
  }

  public ReadRecords(Environment environment) {
    this.settings = environment.settings();
  }

  @Override
  ProxyAnswer answer(ApiCall call) {
    Access.of(settings, call.account()).requireOperator(call.caller());
    throw new Refusal(Problem.Kind.NOT_BUILT_YET, "this release keeps no records yet");
  }
}
