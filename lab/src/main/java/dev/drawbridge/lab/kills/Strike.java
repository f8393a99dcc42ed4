package dev.drawbridge.lab.kills;

import dev.drawbridge.lab.database.Server;
import dev.drawbridge.lab.demo.Stage;
import dev.drawbridge.simulator.Simulator;

/** How a writer ends. */
enum Strike {
  /** Its process is killed; its host refuses connections at once. */
  KILLED("killed process, refuses") {
    @Override
    void at(Stage stage, Server victim) {
      victim.process().destroyForcibly(); // RDS is not told: it has to notice
    }
  },

  /** Its host drops packets from one moment to the next: nobody is told of anything. */
  SILENT("silent host, time-out 2 s") {
    @Override
    void at(Stage stage, Server victim) {
      Simulator world = stage.scenario().world();
      world.network().hosts().silence(victim.host().address());
      world.rds().crash(stage.database().named(victim.host().name()));
    }
  };

  final String words;

  Strike(String words) {
    this.words = words;
  }

  /** Ends it; called within the world. */
  abstract void at(Stage stage, Server victim);
}
