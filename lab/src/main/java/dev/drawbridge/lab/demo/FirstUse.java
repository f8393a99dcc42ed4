package dev.drawbridge.lab.demo;

import dev.drawbridge.lab.consumer.Application;
import dev.drawbridge.lab.consumer.Attempt;
import dev.drawbridge.lab.process.LabException;
import java.util.HashSet;
import java.util.Set;

/** The consumer uses the database for the first time: writes rows, and reads them back. */
record FirstUse(Application application, Progress progress) {
  private static final int ROWS = 100;

  /**
   * Uses it.
   *
   * @param blocked attempts before the approval, for the report
   * @throws LabException if the consumer cannot make its table
   */
  Report.Data of(int blocked) {
    Attempt table = application.createTable();
    if (table.error() != null) {
      throw new LabException("the consumer cannot make its table", table.error());
    }
    int written = 0;
    for (int id = 1; id <= ROWS; id++) {
      written += application.write(id).succeeded() ? 1 : 0;
    }
    progress.note("consumer", "wrote %d rows through the writer's port".formatted(written));
    Set<Integer> servers = new HashSet<>();
    int readBack = 0;
    for (int i = 0; i < ROWS && (servers.size() < 2 || readBack < written); i++) {
      Attempt read = application.read();
      if (read.succeeded()) {
        servers.add(read.server());
        readBack = Math.max(readBack, read.rows());
      }
    }
    progress.note(
        "consumer", "read %d rows back from %d readers".formatted(readBack, servers.size()));
    return new Report.Data(written, readBack, servers.size(), blocked);
  }
}
