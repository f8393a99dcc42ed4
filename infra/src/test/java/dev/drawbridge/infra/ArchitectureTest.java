package dev.drawbridge.infra;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What is deployed is the catalogue and the workers, and nothing of the lab. */
@AnalyzeClasses(packages = "dev.drawbridge.infra", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule stacks_know_neither_the_lab_nor_the_sdk =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "software.amazon.awssdk..",
              "dev.drawbridge.simulator..",
              "dev.drawbridge.engine..",
              "dev.drawbridge.lab..");
}
