package dev.drawbridge.lab.bench;

import dev.drawbridge.lab.scenario.Exposure;
import dev.drawbridge.lab.scenario.RequestText;
import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.simulator.Settings;
import dev.drawbridge.simulator.rds.DbId;
import java.util.Optional;

/** Who follows the writer, and how, and in what world. */
interface Policy {

  /** What the table calls it. */
  String name();

  /** The source that it was modelled after. */
  String source();

  /** A new world with a database of that kind, its one path onboarded, and its follower begun. */
  default Exposure begin(Kind kind, long seed) {
    Scenario scenario = Scenario.virtual(seed, settings());
    DbId database = scenario.provider().database(kind.database());
    owner().ifPresent(scenario::expose);
    Exposure exposure = Exposure.of(scenario, database);
    start(exposure);
    return exposure;
  }

  /** Begins to follow; the exposure is onboarded and everything else still works. */
  void start(Exposure exposure);

  /** The world that it is put into. */
  default Settings settings() {
    return Settings.published();
  }

  /** What happens to the database. */
  default Course course() {
    return Course.ONE_FAILOVER;
  }

  /** What the owner says of the exposure before the first consumer comes; empty for nothing. */
  default Optional<RequestText> owner() {
    return Optional.empty();
  }

  /** How the application gets to the writer. */
  default Client client() {
    return Client.WRITER_PORT;
  }

  /** Whether it says anything about databases of that kind. */
  default boolean concerns(Kind kind) {
    return true;
  }
}
