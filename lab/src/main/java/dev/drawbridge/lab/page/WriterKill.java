package dev.drawbridge.lab.page;

import dev.drawbridge.lab.process.LabException;

/** What the button does. */
public interface WriterKill {
  /** Where nobody may. */
  WriterKill NOBODY =
      new WriterKill() {
        @Override
        public boolean allowed() {
          return false;
        }

        @Override
        public String kill() {
          throw new LabException("the writer cannot be killed from here now");
        }
      };

  /** Whether it may be done at the moment. */
  boolean allowed();

  /**
   * Does it.
   *
   * @return the name of the server that ended
   * @throws LabException if no writer runs
   */
  String kill();
}
