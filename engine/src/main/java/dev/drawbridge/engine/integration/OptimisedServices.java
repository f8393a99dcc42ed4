package dev.drawbridge.engine.integration;

import dev.drawbridge.engine.task.Catalogue;
import dev.drawbridge.engine.task.Integration.Pattern;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** AWS's optimised integrations (Developer Guide, Integrating optimized services). */
final class OptimisedServices {
  private static final Map<String, Set<String>> ACTIONS =
      Map.ofEntries(
          Map.entry("aws-sdk", Set.of()),
          Map.entry("apigateway", Set.of("invoke")),
          Map.entry(
              "athena",
              Set.of(
                  "startQueryExecution",
                  "stopQueryExecution",
                  "getQueryExecution",
                  "getQueryResults")),
          Map.entry("batch", Set.of("submitJob")),
          Map.entry("bedrock", Set.of("createModelCustomizationJob", "invokeModel")),
          Map.entry(
              "codebuild",
              Set.of(
                  "startBuild",
                  "stopBuild",
                  "batchDeleteBuilds",
                  "batchGetReports",
                  "startBuildBatch",
                  "stopBuildBatch",
                  "retryBuildBatch",
                  "deleteBuildBatch")),
          Map.entry("dynamodb", Set.of("getItem", "putItem", "updateItem", "deleteItem")),
          Map.entry("ecs", Set.of("runTask")),
          Map.entry(
              "eks",
              Set.of(
                  "call",
                  "runJob",
                  "createCluster",
                  "deleteCluster",
                  "createNodegroup",
                  "deleteNodegroup",
                  "createFargateProfile",
                  "deleteFargateProfile")),
          Map.entry(
              "elasticmapreduce",
              Set.of(
                  "createCluster",
                  "terminateCluster",
                  "setClusterTerminationProtection",
                  "addStep",
                  "cancelStep",
                  "modifyInstanceFleetByName",
                  "modifyInstanceGroupByName")),
          Map.entry(
              "emr-containers",
              Set.of("createVirtualCluster", "deleteVirtualCluster", "startJobRun")),
          Map.entry(
              "emr-serverless",
              Set.of(
                  "createApplication",
                  "startApplication",
                  "stopApplication",
                  "deleteApplication",
                  "startJobRun",
                  "cancelJobRun")),
          Map.entry("events", Set.of("putEvents")),
          Map.entry("glue", Set.of("startJobRun")),
          Map.entry("databrew", Set.of("startJobRun")),
          Map.entry("http", Set.of("invoke")),
          Map.entry("lambda", Set.of("invoke")),
          Map.entry("mediaconvert", Set.of("createJob")),
          Map.entry(
              "sagemaker",
              Set.of(
                  "createEndpoint",
                  "createEndpointConfig",
                  "createHyperParameterTuningJob",
                  "createLabelingJob",
                  "createModel",
                  "createProcessingJob",
                  "createTrainingJob",
                  "createTransformJob",
                  "updateEndpoint")),
          Map.entry("sns", Set.of("publish")),
          Map.entry("sqs", Set.of("sendMessage")),
          Map.entry("states", Set.of("startExecution")));

  /** Services that no {@code .sync} task can call. */
  private static final Set<String> WITHOUT_JOBS =
      Set.of("lambda", "sns", "sqs", "dynamodb", "events", "apigateway", "aws-sdk");

  /** Services that no {@code .waitForTaskToken} task can call. */
  private static final Set<String> WITHOUT_CALLBACKS =
      Set.of(
          "athena",
          "batch",
          "codebuild",
          "elasticmapreduce",
          "emr-containers",
          "emr-serverless",
          "glue",
          "databrew",
          "mediaconvert",
          "sagemaker",
          "dynamodb");

  /** All of them, and {@code aws-sdk}, which has every action of every service. */
  static final Map<String, Catalogue.Known> KNOWN =
      ACTIONS.entrySet().stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  Map.Entry::getKey,
                  service -> new Catalogue.Known(service.getValue(), patterns(service.getKey()))));

  private OptimisedServices() {}

  private static Set<Pattern> patterns(String service) {
    EnumSet<Pattern> patterns = EnumSet.allOf(Pattern.class);
    if (WITHOUT_JOBS.contains(service)) {
      patterns.remove(Pattern.SYNC);
    }
    if (!service.equals("states")) {
      patterns.remove(Pattern.SYNC_2);
    }
    if (WITHOUT_CALLBACKS.contains(service)) {
      patterns.remove(Pattern.WAIT_FOR_TASK_TOKEN);
    }
    return patterns;
  }
}
