package dev.drawbridge.lab.page;

import dev.drawbridge.lab.process.LabException;

/** What the button does. */
public interface WriterKill {
  /** Whether it may be done at the moment. */
  boolean allowed();

  /**
   * Does it.
   *
   * @return the name of the server that ended
   * @throws LabException if it is not allowed, or no writer runs
   */
  String kill();
}
