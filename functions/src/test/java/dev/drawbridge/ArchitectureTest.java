package dev.drawbridge;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
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
  static final ArchRule no_type_of_the_sdk_is_known_to_data_and_decisions =
      noClasses()
          .that()
          .resideInAnyPackage(
              "dev.drawbridge.model..",
              "dev.drawbridge.plan..",
              "dev.drawbridge.error..",
              "dev.drawbridge.runtime..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(SDK);

  @ArchTest
  static final ArchRule workers_call_adapters_and_never_the_sdk =
      noClasses()
          .that()
          .resideInAPackage("dev.drawbridge.handler..")
          .should()
          .callMethodWhere(target(owner(resideInAPackage(SDK))));

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
