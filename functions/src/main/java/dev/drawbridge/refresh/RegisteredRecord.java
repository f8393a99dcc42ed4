package dev.drawbridge.refresh;

import dev.drawbridge.aws.dynamodb.Exposures;
import dev.drawbridge.model.Database;
import dev.drawbridge.model.DatabaseArn;
import dev.drawbridge.model.Exposure;
import dev.drawbridge.model.Member;
import dev.drawbridge.model.Target;
import dev.drawbridge.model.TargetGroups;
import dev.drawbridge.plan.TargetPlan;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import java.util.List;

/** The record of what is registered, by which the run of the next event goes. */
final class RegisteredRecord {
  private final Exposures exposures;

  RegisteredRecord(Environment environment) {
    this.exposures = Stores.exposures(environment);
  }

  /**
   * The writer is registered, readers are as they were. Calls: 1, and 1 for each instance that is
   * new.
   *
   * @param leaving former writers that stand in the writer's group still
   */
  void halfway(
      RegisterTargets.Input input,
      Exposure exposure,
      TargetGroups known,
      TargetPlan plan,
      List<Target> leaving) {
    Exposure.Registered before = exposure.registered();
    keepParts(exposure, members(input));
    exposures.put(
        exposure
            .with(known)
            .with(
                new Exposure.Registered(
                    input.database().presentArn(),
                    members(input),
                    plan.writer().orElse(null),
                    before == null ? List.of() : before.readers(),
                    leaving,
                    before == null ? List.of() : before.leavingReaders())));
  }

  /**
   * All that the pass has registered. Calls: none if that is on record; else 1, and 1 for each
   * instance that is new.
   */
  Exposure done(
      RegisterTargets.Input input, Exposure exposure, TargetGroups known, TargetPlan plan) {
    Database database = input.database();
    if (input.addresses().members().isEmpty()) {
      return exposure; // nothing was seen, so that what was stays on record
    }
    Exposure.Registered now =
        new Exposure.Registered(
            database.presentArn(),
            members(input),
            plan.writer().orElse(null),
            plan.readers(),
            List.of(),
            plan.staleReaders());
    Exposure.Registered before = exposure.registered();
    if (now.equals(before) && known.equals(exposure.groups()) && exposure.absence() == null) {
      return exposure;
    }
    keepParts(exposure, now.members());
    return exposures.put(exposure.with(known).with(now));
  }

  /** Before the record is written, so that whoever reads that may rely on them. */
  private void keepParts(Exposure exposure, List<String> members) {
    members.stream()
        .filter(each -> !exposure.has(each))
        .forEach(each -> keepPart(each, exposure.databaseArn()));
  }

  private void keepPart(String instance, String databaseArn) {
    DatabaseArn.read(databaseArn)
        .map(arn -> arn.instance(instance).toString())
        .ifPresent(arn -> exposures.keep(arn, databaseArn));
  }

  private static List<String> members(RegisterTargets.Input input) {
    return input.addresses().members().stream().map(Member::identifier).sorted().toList();
  }
}
