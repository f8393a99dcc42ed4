package dev.drawbridge.simulator;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.List;

/** What keeps services apart: what they share lies below them, and what joins them above. */
@AnalyzeClasses(packages = "dev.drawbridge.simulator", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  /** Each package may know those before it; a new one is added where it belongs. */
  private static final List<String> LADDER =
      List.of(
          "call",
          "operation",
          "model",
          "wire",
          "naming",
          "iam",
          "door",
          "network",
          "dns",
          "delivery",
          "sqs",
          "sns",
          "identity",
          "sts",
          "kms",
          "cloudwatch",
          "dynamodb",
          "events",
          "lambda",
          "apigateway",
          "ec2",
          "elbv2",
          "rds",
          "stepfunctions");

  @ArchTest static final ArchRule packages_form_a_ladder = ladder();

  @ArchTest
  static final ArchRule packages_have_no_circles =
      slices().matching("dev.drawbridge.simulator.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule only_Step_Functions_and_what_plugs_into_it_know_the_language =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "dev.drawbridge.simulator", "dev.drawbridge.simulator.stepfunctions..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("dev.drawbridge.engine..")
                  .and(
                      resideOutsideOfPackages(
                          "dev.drawbridge.engine.time..", "dev.drawbridge.engine.evidence..")));

  @ArchTest
  static final ArchRule every_package_has_its_step =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.drawbridge.simulator")
          .should()
          .resideOutsideOfPackages(
              LADDER.stream()
                  .map(name -> "dev.drawbridge.simulator." + name + "..")
                  .toArray(String[]::new));

  @ArchTest
  static final ArchRule no_service_knows_the_whole_world =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.drawbridge.simulator")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.drawbridge.simulator");

  @ArchTest
  static final ArchRule time_and_chance_come_from_the_scheduler =
      noClasses()
          .should()
          .callMethodWhere(
              target(
                  nameMatching(
                      "randomUUID|currentTimeMillis|nanoTime|sleep|systemUTC|systemDefaultZone")))
          .because("on the virtual clock a run repeats from its seed");

  private static ArchRule ladder() {
    LayeredArchitecture ladder = layeredArchitecture().consideringOnlyDependenciesInLayers();
    for (String name : LADDER) {
      ladder = ladder.optionalLayer(name).definedBy("dev.drawbridge.simulator." + name + "..");
    }
    for (String name : LADDER) {
      String[] below = LADDER.subList(0, LADDER.indexOf(name)).toArray(String[]::new);
      ladder =
          below.length == 0
              ? ladder.whereLayer(name).mayNotAccessAnyLayer()
              : ladder.whereLayer(name).mayOnlyAccessLayers(below);
    }
    return ladder;
  }
}
