package dev.drawbridge.lab.bench;

import dev.drawbridge.lab.scenario.Exposure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Random failovers on the virtual clock with the published delays. The same seed gives the same
 * kinds of failover at the same pauses to every policy.
 *
 * @param runs failovers a policy
 * @param seed of all chance
 */
public record FailoverBench(int runs, long seed) {
  /** Failovers that one world lives through; setting a world up costs as much as three of them. */
  private static final int OF_ONE_WORLD = 10;

  /** Measures {@code policy} on databases of one kind. */
  List<Outcome> measure(Policy policy, Kind kind) {
    int worlds = (runs + OF_ONE_WORLD - 1) / OF_ONE_WORLD;
    return IntStream.range(0, worlds)
        .parallel()
        .mapToObj(world -> inOneWorld(policy, kind, world))
        .flatMap(List::stream)
        .toList();
  }

  /** Until a failover that nobody repairs: then the next one begins in a new world. */
  private List<Outcome> inOneWorld(Policy policy, Kind kind, int world) {
    int wanted = Math.min(OF_ONE_WORLD, runs - world * OF_ONE_WORLD);
    List<Outcome> outcomes = new ArrayList<>();
    Random chance = new Random(seed * 31 + world);
    while (outcomes.size() < wanted) {
      Exposure exposure = policy.begin(kind, chance.nextLong());
      Measurement measurement = new Measurement(exposure, policy.client());
      boolean repaired = true;
      while (repaired && outcomes.size() < wanted) {
        exposure
            .scenario()
            .world()
            .scheduler()
            .pause(Duration.ofSeconds(300 + chance.nextInt(900)));
        Random own = new Random(chance.nextLong());
        Outcome outcome = measurement.of(begins -> policy.course().happen(exposure, own, begins));
        outcomes.add(outcome);
        repaired = outcome.repaired();
      }
    }
    return outcomes;
  }
}
