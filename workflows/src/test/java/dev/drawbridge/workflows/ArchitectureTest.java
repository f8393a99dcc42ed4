package dev.drawbridge.workflows;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The catalogue says what there is; who deploys it and who runs it stand above. */
@AnalyzeClasses(packages = "dev.drawbridge.workflows", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule a_catalogue_calls_nobody =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "software.amazon..",
              "dev.drawbridge.aws..",
              "dev.drawbridge.simulator..",
              "dev.drawbridge.engine..",
              "dev.drawbridge.lab..",
              "dev.drawbridge.infra..");

  @ArchTest
  static final ArchRule policies_know_no_worker =
      noClasses()
          .that()
          .resideInAPackage("dev.drawbridge.workflows.policy..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.drawbridge.workflows");
}
