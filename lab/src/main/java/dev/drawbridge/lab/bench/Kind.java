package dev.drawbridge.lab.bench;

import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;

/** The kinds of databases that fail over. */
enum Kind {
  AURORA("Aurora"),
  MULTI_AZ_CLUSTER("Multi-AZ DB cluster"),
  MULTI_AZ_INSTANCE("Multi-AZ instance");

  final String words;

  Kind(String words) {
    this.words = words;
  }

  /** A database of this kind, to set up. */
  NewDatabase database() {
    return switch (this) {
      case AURORA -> NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "orders").readers(2);
      case MULTI_AZ_CLUSTER -> NewDatabase.multiAzCluster(Engine.POSTGRESQL, "orders");
      case MULTI_AZ_INSTANCE -> NewDatabase.instance(Engine.POSTGRESQL, "orders").multiAz();
    };
  }
}
