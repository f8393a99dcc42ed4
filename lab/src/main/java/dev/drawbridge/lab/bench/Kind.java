package dev.drawbridge.lab.bench;

import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.util.function.Supplier;

/** The kinds of databases that fail over. */
enum Kind {
  AURORA("Aurora", () -> NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "orders").readers(2)),
  MULTI_AZ_CLUSTER(
      "Multi-AZ DB cluster", () -> NewDatabase.multiAzCluster(Engine.POSTGRESQL, "orders")),
  MULTI_AZ_INSTANCE(
      "Multi-AZ instance", () -> NewDatabase.instance(Engine.POSTGRESQL, "orders").multiAz());

  final String words;
  final Supplier<NewDatabase> database;

  Kind(String words, Supplier<NewDatabase> database) {
    this.words = words;
    this.database = database;
  }
}
