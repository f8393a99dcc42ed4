package dev.drawbridge.api;

import dev.drawbridge.runtime.Environment;

/** {@code GET /openapi.json}: what this API is. */
public final class ReadDescription extends ApiWorker {

  public ReadDescription() {}

  /** Needs nothing of its environment; there so that every worker is made alike. */
  public ReadDescription(Environment environment) {
    this();
  }

  @Override
  ProxyAnswer answer(ApiCall call) {
    return ProxyAnswer.json(200, OpenApi.document());
  }
}
