package dev.drawbridge.lab.history;

import dev.drawbridge.lab.scenario.ProviderSite;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.util.Random;

/** The kinds of databases that a history may be about. */
enum Kind {
  AURORA {
    @Override
    NewDatabase draw(Random chance, String name, String group) {
      Engine engine = chance.nextBoolean() ? Engine.AURORA_MYSQL : Engine.AURORA_POSTGRESQL;
      return NewDatabase.aurora(engine, name).readers(chance.nextInt(4));
    }
  },
  MULTI_AZ_CLUSTER {
    @Override
    NewDatabase draw(Random chance, String name, String group) {
      return NewDatabase.multiAzCluster(
          chance.nextBoolean() ? Engine.MYSQL : Engine.POSTGRESQL, name);
    }
  },
  MULTI_AZ_INSTANCE {
    @Override
    NewDatabase draw(Random chance, String name, String group) {
      return INSTANCE.draw(chance, name, group).multiAz();
    }
  },
  INSTANCE {
    @Override
    NewDatabase draw(Random chance, String name, String group) {
      NewDatabase source = NewDatabase.instance(Engine.MARIADB, name);
      for (int i = chance.nextInt(3); i > 0; i--) {
        NewDatabase replica = NewDatabase.instance(Engine.MARIADB, name + "-copy-" + i);
        int port = chance.nextBoolean() ? 3306 : 3400 + i;
        source.replica(replica.in(ProviderSite.SUBNET_GROUP).guardedBy(group).port(port));
      }
      return source;
    }
  };

  /** A database of this kind, with as many readers as chance will have; the group is replicas'. */
  abstract NewDatabase draw(Random chance, String name, String group);

  /** Whether it is a cluster: RDS names a writer, and readers can be promoted. */
  boolean cluster() {
    return this == AURORA || this == MULTI_AZ_CLUSTER;
  }
}
