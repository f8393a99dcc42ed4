package dev.drawbridge;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.drawbridge.runtime.Environment;
import java.net.IDN;
import java.net.URI;
import java.util.List;
import java.util.concurrent.Executor;

/** What keeps decisions testable, AWS in one place, and simulated time in charge. */
@AnalyzeClasses(packages = "dev.drawbridge", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String SDK = "software.amazon.awssdk..";
  private static final String ADAPTERS = "dev.drawbridge.aws..";

  @ArchTest
  static final ArchRule only_adapters_know_a_type_of_the_sdk =
      noClasses()
          .that()
          .resideOutsideOfPackage(ADAPTERS)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(SDK);

  /** Each package may use those before it, and no other. */
  private static final List<String> LADDER =
      List.of(
          "error",
          "identity",
          "model",
          "plan",
          "aws",
          "runtime",
          "discovery",
          "consent",
          "exposure",
          "inspection",
          "refresh",
          "onboarding",
          "offboarding",
          "api",
          "pages");

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
      slices().matching("dev.drawbridge.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule rules_are_pure =
      noClasses()
          .that(areGivenNoEnvironment())
          .and()
          .resideOutsideOfPackages(ADAPTERS, "dev.drawbridge.runtime..")
          .should()
          .dependOnClassesThat(
              resideInAPackage(ADAPTERS)
                  .or(resideInAPackage("java.net..").and(not(belongToAnyOf(URI.class, IDN.class))))
                  .or(resideInAPackage("java.nio.file.."))
                  .or(resideInAPackage("com.amazonaws..")))
          .because("only what was given an environment may reach out");

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

  private static String within(String step) {
    return "dev.drawbridge." + step + "..";
  }

  private static DescribedPredicate<JavaClass> areGivenNoEnvironment() {
    return DescribedPredicate.describe(
        "are given no environment",
        type ->
            outermost(type).getConstructors().stream()
                .noneMatch(
                    made ->
                        made.getRawParameterTypes().stream()
                            .anyMatch(taken -> taken.isEquivalentTo(Environment.class))));
  }

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type);
  }
}
