package dev.drawbridge.api;

import dev.drawbridge.runtime.Environment;

/** {@code GET /openapi.json}: what this API is. */
public final class ReadDescription extends ApiWorker {

  public ReadDescription() {
    this(Environment.lambda());
  }

  public ReadDescription(Environment environment) {
    super(environment);
  }

  @Override
  ProxyAnswer answer(ApiCall call) {
    return ProxyAnswer.json(200, OpenApi.document());
  }
}
