package dev.drawbridge.lab.bench;

import dev.drawbridge.lab.scenario.Exposure;

/** Who follows the writer, and how. */
interface Policy {

  /** What the table calls it. */
  String name();

  /** The source that it was modelled after. */
  String source();

  /** Begins to follow; the exposure is onboarded and everything else still works. */
  void start(Exposure exposure);
}
