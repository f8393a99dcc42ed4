package dev.drawbridge.simulator.lambda;

import dev.drawbridge.engine.time.Scheduler;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.ResourceTags;
import dev.drawbridge.simulator.operation.ServiceError;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import software.amazon.awssdk.services.lambda.model.Architecture;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.LastUpdateStatus;
import software.amazon.awssdk.services.lambda.model.PackageType;
import software.amazon.awssdk.services.lambda.model.State;
import software.amazon.awssdk.services.lambda.model.TracingMode;

/** What the API knows of functions, by ARN. */
final class FunctionEntries {
  private static final DateTimeFormatter MODIFIED =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS+0000").withZone(ZoneOffset.UTC);

  /** What a function that is deployed by type has: one version, and the alias that leads to it. */
  private static final Set<String> DEPLOYED = Set.of(FunctionName.LATEST, "1", "live");

  private final Map<String, FunctionEntry> byArn = new TreeMap<>();
  private final ResourceTags tags = new ResourceTags();
  private final Scheduler scheduler;

  FunctionEntries(Scheduler scheduler) {
    this.scheduler = scheduler;
  }

  ResourceTags tags() {
    return tags;
  }

  void put(FunctionEntry entry) {
    byArn.put(entry.configuration().functionArn(), entry);
  }

  void remove(String arn) {
    byArn.remove(arn);
    tags.forget(arn);
  }

  Optional<FunctionEntry> find(String arn) {
    return Optional.ofNullable(byArn.get(arn));
  }

  /**
   * The function that a request names, by name or ARN.
   *
   * @param action what is done with it, for example {@code GetPolicy}
   * @throws ServiceError ResourceNotFoundException (404); AccessDeniedException (403) where it is
   *     another account's and its policy does not allow the action
   */
  FunctionEntry get(Caller caller, String function, String action) {
    return get(FunctionName.parse(caller, function), action, caller);
  }

  /** The same of a name that has been read. */
  FunctionEntry get(FunctionName named, String action, Caller caller) {
    FunctionAccess.check(named, find(named.arn()), action, caller);
    return get(named);
  }

  /**
   * The function of that name, if it has the version or alias.
   *
   * @throws ServiceError ResourceNotFoundException (404)
   */
  FunctionEntry get(FunctionName named) {
    return find(named.arn())
        .filter(entry -> entry.qualifiers().contains(named.qualifier()))
        .orElseThrow(
            () ->
                ServiceError.of(
                    404, "ResourceNotFoundException", "Function not found: " + named.invokedArn()));
  }

  List<FunctionEntry> of(Caller caller) {
    String prefix = caller.arn("lambda", "function:");
    return byArn.values().stream()
        .filter(entry -> entry.configuration().functionArn().startsWith(prefix))
        .toList();
  }

  /** What is the same for every function that is ready to run. */
  FunctionConfiguration.Builder ready(String arn, String name, byte[] code) {
    return FunctionConfiguration.builder()
        .functionName(name)
        .functionArn(arn)
        .codeSize((long) code.length)
        .codeSha256(sha256(code))
        .lastModified(MODIFIED.format(scheduler.now()))
        .version(FunctionName.LATEST)
        .packageType(PackageType.ZIP)
        .architectures(Architecture.X86_64)
        .ephemeralStorage(storage -> storage.size(512))
        .tracingConfig(tracing -> tracing.mode(TracingMode.PASS_THROUGH))
        .snapStart(snapStart -> snapStart.applyOn("None").optimizationStatus("Off"))
        .loggingConfig(log -> log.logFormat("Text").logGroup("/aws/lambda/" + name))
        .revisionId(
            new UUID(scheduler.random().nextLong(), scheduler.random().nextLong()).toString())
        .state(State.ACTIVE)
        .lastUpdateStatus(LastUpdateStatus.SUCCESSFUL);
  }

  /** A function that was deployed by type: its code is a class of this world. */
  void deployed(String arn, String name, FunctionSettings settings, String account) {
    put(
        new FunctionEntry(
            ready(arn, name, name.getBytes(StandardCharsets.UTF_8))
                .runtime("java25")
                .handler(name)
                .role("arn:aws:iam::%s:role/%s".formatted(account, settings.role()))
                .timeout((int) settings.timeout().toSeconds())
                .memorySize(1024)
                .snapStart(
                    snapStart ->
                        snapStart
                            .applyOn(settings.snapStart() ? "PublishedVersions" : "None")
                            .optimizationStatus("Off"))
                .build(),
            Optional.empty(),
            DEPLOYED,
            find(arn).map(FunctionEntry::permissions).orElse(Map.of())));
  }

  private static String sha256(byte[] code) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(code);
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
