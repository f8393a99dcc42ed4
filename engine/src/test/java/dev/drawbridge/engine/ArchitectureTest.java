package dev.drawbridge.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.List;

/** What keeps the engine a library: a ladder of packages, and no way to what embeds it. */
@AnalyzeClasses(packages = "dev.drawbridge.engine", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  /** Each package may know those before it. */
  private static final List<String> LADDER =
      List.of(
          "evidence",
          "time",
          "error",
          "path",
          "intrinsic",
          "choice",
          "task",
          "definition",
          "history",
          "step",
          "redrive",
          "run",
          "integration",
          "conformance");

  @ArchTest static final ArchRule packages_form_a_ladder = ladder();

  @ArchTest
  static final ArchRule packages_have_no_circles =
      slices().matching("dev.drawbridge.engine.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule nothing_of_the_simulator_or_of_the_SDK_is_known =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.drawbridge.simulator..", "software.amazon..", "com.amazonaws..");

  @ArchTest
  static final ArchRule services_of_AWS_are_known_to_the_recordings_alone =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "dev.drawbridge.engine.integration..", "dev.drawbridge.engine.conformance..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.drawbridge.engine.integration..");

  @ArchTest
  static final ArchRule steps_are_pure =
      noClasses()
          .that()
          .resideInAPackage("dev.drawbridge.engine.step..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.drawbridge.engine.time..", "java.util.concurrent..", "java.io..");

  private static ArchRule ladder() {
    LayeredArchitecture ladder = layeredArchitecture().consideringOnlyDependenciesInLayers();
    for (String name : LADDER) {
      ladder = ladder.layer(name).definedBy("dev.drawbridge.engine." + name + "..");
    }
    for (String name : LADDER) {
      String[] below = LADDER.subList(0, LADDER.indexOf(name)).toArray(String[]::new);
      ladder =
          below.length == 0
              ? ladder.whereLayer(name).mayNotAccessAnyLayer()
              : ladder.whereLayer(name).mayOnlyAccessLayers(below);
    }
    return ladder.ensureAllClassesAreContainedInArchitecture();
  }
}
