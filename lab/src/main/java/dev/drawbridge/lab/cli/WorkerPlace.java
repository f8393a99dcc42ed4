package dev.drawbridge.lab.cli;

import java.util.Locale;

/** Where workers run, as the command line says it. */
enum WorkerPlace {
  /** Inside the lab's own JVM. */
  THREADS,
  /** Each as a process of its own, started at its first call. */
  PROCESSES;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
