package dev.drawbridge;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.drawbridge.runtime.Environment;
import java.util.concurrent.Executor;

/** What keeps decisions testable, AWS in one place, and simulated time in charge. */
@AnalyzeClasses(
    packages = {
      "dev.drawbridge.aws",
      "dev.drawbridge.error",
      "dev.drawbridge.handler",
      "dev.drawbridge.model",
      "dev.drawbridge.plan",
      "dev.drawbridge.runtime"
    },
    importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String SDK = "software.amazon.awssdk..";

  @ArchTest
  static final ArchRule only_adapters_know_a_type_of_the_sdk =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.drawbridge.aws..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(SDK);

  @ArchTest
  static final ArchRule plans_are_pure =
      noClasses()
          .that()
          .resideInAPackage("dev.drawbridge.plan..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.drawbridge.aws..",
              "dev.drawbridge.handler..",
              "java.net..",
              "java.nio.file..",
              "com.amazonaws..");

  @ArchTest
  static final ArchRule time_and_chance_come_from_the_environment =
      noClasses()
          .that()
          .doNotBelongToAnyOf(Environment.class)
          .should()
          .callMethodWhere(
              target(
                  nameMatching(
                      "now|sleep|randomUUID|currentTimeMillis|nanoTime|systemUTC|systemDefaultZone")))
          .because("on the virtual clock a run repeats from its seed");

  @ArchTest
  static final ArchRule a_worker_has_one_thread =
      noClasses().should().dependOnClassesThat().areAssignableTo(Executor.class);
}
