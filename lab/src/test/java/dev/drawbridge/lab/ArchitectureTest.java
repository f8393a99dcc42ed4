package dev.drawbridge.lab;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** Real parts first, then the installation, then what is played with both. */
@AnalyzeClasses(packages = "dev.drawbridge.lab", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String ROOT = "dev.drawbridge.lab";

  /** Each package may use those before it, and no other. */
  private static final List<String> LADDER =
      List.of(
          "svg",
          "process",
          "database",
          "mariadb",
          "postgresql",
          "consumer",
          "dns",
          "path",
          "api",
          "issuer",
          "installation",
          "scenario",
          "lambda",
          "engines",
          "failover",
          "bench",
          "runs",
          "demo",
          "kills",
          "gameday",
          "page",
          "cli");

  /** What there is without Drawbridge: real servers, names, connections, clients. */
  private static final List<String> REAL =
      List.of("process", "database", "mariadb", "postgresql", "consumer", "dns", "path");

  @ArchTest
  static void packages_stand_on_a_ladder(JavaClasses classes) {
    for (int step = 0; step < LADDER.size() - 1; step++) {
      noClasses()
          .that()
          .resideInAPackage(within(LADDER.get(step)))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              LADDER.stream().skip(step + 1).map(ArchitectureTest::within).toArray(String[]::new))
          .check(classes);
    }
  }

  @ArchTest
  static final ArchRule every_package_has_its_step =
      noClasses()
          .should()
          .resideOutsideOfPackages(
              LADDER.stream().map(ArchitectureTest::within).toArray(String[]::new));

  @ArchTest
  static final ArchRule packages_have_no_circles =
      slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule real_parts_know_nothing_of_drawbridge =
      noClasses()
          .that()
          .resideInAnyPackage(REAL.stream().map(ArchitectureTest::within).toArray(String[]::new))
          .should()
          .dependOnClassesThat()
          .resideOutsideOfPackages(
              "dev.drawbridge.lab..",
              "dev.drawbridge.simulator..",
              "dev.drawbridge.engine..",
              "java..",
              "javax..",
              "org..",
              "com..");

  private static String within(String step) {
    return ROOT + "." + step + "..";
  }
}
