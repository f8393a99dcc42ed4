package dev.drawbridge.lab.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.drawbridge.consent.Decide;
import dev.drawbridge.lab.process.LabException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;

/**
 * A person's answer to a question of RequestApproval. It goes to the worker {@code Decide} of the
 * account that the usual AWS settings lead to, in the lab as on AWS.
 */
abstract class Answer implements Callable<Integer> {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "ID", description = "The question's id, as the message shows it.")
  private String id;

  @Option(
      names = "--by",
      paramLabel = "NAME",
      description = "Who answers; never the requester. Default: ${DEFAULT-VALUE}.")
  private String by = System.getProperty("user.name");

  @Option(names = "--comment", paramLabel = "TEXT", description = "Why, for the record.")
  private String comment = "";

  @Option(
      names = "--function",
      paramLabel = "NAME",
      description = "The worker that takes answers. Default: ${DEFAULT-VALUE}.")
  private String function = "Decide";

  abstract boolean approves();

  @Override
  public Integer call() throws JsonProcessingException {
    try (LambdaClient lambda =
        LambdaClient.builder()
            .region(region())
            .credentialsProvider(StaticCredentialsProvider.create(credentials()))
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build()) {
      byte[] question = JSON.writeValueAsBytes(new Decide.Input(id, approves(), by, comment));
      InvokeResponse response =
          lambda.invoke(
              request -> request.functionName(function).payload(SdkBytes.fromByteArray(question)));
      JsonNode answer = JSON.readTree(response.payload().asUtf8String());
      return response.functionError() == null ? recorded(answer) : refused(answer);
    }
  }

  private static Region region() {
    try {
      return DefaultAwsRegionProviderChain.builder().build().getRegion();
    } catch (SdkClientException e) {
      throw missing("region", "AWS_REGION", e);
    }
  }

  private static AwsCredentials credentials() {
    try (DefaultCredentialsProvider chain = DefaultCredentialsProvider.builder().build()) {
      return chain.resolveCredentials();
    } catch (SdkClientException e) {
      throw missing("credentials", "AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY", e);
    }
  }

  /** The SDK's own message is a list of all the places where it has looked. */
  private static LabException missing(String what, String variables, SdkClientException e) {
    LabException failure =
        new LabException(
            "no AWS %s found; set %s, for the lab as `drawbridge lab` prints them"
                .formatted(what, variables));
    failure.addSuppressed(e);
    return failure;
  }

  private int recorded(JsonNode answer) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf("%s by %s%n", approves() ? "approved" : "denied", by);
    if (!answer.path("delivered").asBoolean()) {
      out.println("the run has not heard of it yet; it will, at its next look");
    }
    out.flush();
    return 0;
  }

  private int refused(JsonNode error) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(error.path("errorMessage").asText(error.toString()));
    err.flush();
    return 1;
  }
}
