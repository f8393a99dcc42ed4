package dev.drawbridge.infra;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.assertions.Annotations;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.cxapi.SynthesisMessage;

/** The stacks as cdk-nag sees it: what it finds is mended, or stands with a reason. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // both tests ask what one synthesis found
@SuppressWarnings("deprecation") // CDK's own assertions answer in a type that CDK calls deprecated
class CdkNagTest {
  private static final Path EXCEPTIONS = Path.of("judges", "cdk-nag.txt");
  private static final Pattern RULE = Pattern.compile("(AwsSolutions-\\w+)(\\[[^\\]]+])?");

  private record Exemption(String rule, String path, String reason) {
    boolean covers(SynthesisMessage finding) {
      return fits(rule, CdkNagTest.rule(finding)) && fits(path, finding.getId());
    }

    private static boolean fits(String pattern, String text) {
      return text.matches(Pattern.quote(pattern).replace("*", "\\E.*\\Q"));
    }
  }

  private final List<Exemption> exemptions;
  private final List<SynthesisMessage> findings;

  CdkNagTest() throws IOException {
    exemptions =
        Files.readAllLines(EXCEPTIONS).stream()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.split(" \\| ", -1))
            .map(fields -> new Exemption(fields[0], fields[1], fields[2]))
            .toList();
    findings = findings();
  }

  @Test
  void every_finding_is_mended_or_stands_with_a_reason() {
    assertThat(
            findings.stream()
                .filter(finding -> exemptions.stream().noneMatch(each -> each.covers(finding)))
                .map(finding -> rule(finding) + " " + finding.getId()))
        .isEmpty();
  }

  @Test
  void every_exception_is_needed_and_has_a_reason() {
    assertThat(exemptions)
        .allMatch(each -> findings.stream().anyMatch(each::covers))
        .allMatch(each -> each.reason().length() > 20);
  }

  /** With an issuer of somebody's own, and with the user pool. */
  private static List<SynthesisMessage> findings() {
    return Stream.concat(ofInstallation(), ofUserPool()).toList();
  }

  private static Stream<SynthesisMessage> ofInstallation() {
    App app = Synthesized.app();
    Installation installation = Synthesized.installation(app);
    Aspects.of(app).add(new AwsSolutionsChecks());
    return installation.stacks().stream().flatMap(CdkNagTest::findings);
  }

  /** The one stack that is another with it. */
  private static Stream<SynthesisMessage> ofUserPool() {
    App app = Synthesized.app(SignInPoolTest.SETTINGS);
    ResourceNames names = LandingZone.of(app.getNode()).names();
    StackProps none = StackProps.builder().build();
    Stack api = new ApiStack(app, names.stack("api"), none, names, Configuration.of(app.getNode()));
    Aspects.of(app).add(new AwsSolutionsChecks());
    return findings(api);
  }

  private static Stream<SynthesisMessage> findings(Stack stack) {
    Annotations annotations = Annotations.fromStack(stack);
    Object anything = Match.stringLikeRegexp("AwsSolutions-.*");
    return Stream.of(annotations.findError("*", anything), annotations.findWarning("*", anything))
        .flatMap(List::stream);
  }

  private static String rule(SynthesisMessage finding) {
    Matcher rule = RULE.matcher(String.valueOf(finding.getEntry().getData()));
    return rule.find() ? rule.group() : "unknown";
  }
}
