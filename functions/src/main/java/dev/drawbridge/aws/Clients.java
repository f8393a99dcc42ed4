package dev.drawbridge.aws;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * Every AWS client that workers use, configured in this one place and built when first asked for.
 *
 * <p>Retry budget: {@value #ATTEMPTS} attempts a call, then the state machine's Retry takes over.
 * The SDK waits in real time between attempts, so the backoff is injected: zero on a virtual clock.
 * No SDK waiters anywhere.
 */
public final class Clients {
  /** Attempts of one call, the first included. */
  public static final int ATTEMPTS = 3;

  /** The longest pause before the second attempt; it doubles with each further one. */
  public static final Duration BACKOFF = Duration.ofMillis(100);

  /** No pause between two attempts is longer. */
  public static final Duration LONGEST_BACKOFF = Duration.ofSeconds(2);

  private static final int SERVER_ERROR = 500;
  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration ANSWER = Duration.ofSeconds(8);

  private final Wiring wiring;
  private final Supplier<RdsClient> rds = once(() -> build(RdsClient.builder()));
  private final Supplier<Ec2Client> ec2 = once(() -> build(Ec2Client.builder()));
  private final Supplier<ElasticLoadBalancingV2Client> elb =
      once(() -> build(ElasticLoadBalancingV2Client.builder()));
  private final Supplier<RdsClient> rdsInTurn =
      once(() -> build(RdsClient.builder(), Clients::unlessThrottled));
  private final Supplier<ElasticLoadBalancingV2Client> elbInTurn =
      once(() -> build(ElasticLoadBalancingV2Client.builder(), Clients::unlessThrottled));
  private final Supplier<DynamoDbClient> dynamoDb = once(() -> build(DynamoDbClient.builder()));
  private final Supplier<SnsClient> sns = once(() -> build(SnsClient.builder()));
  private final Supplier<SfnClient> states = once(() -> build(SfnClient.builder()));
  private final Supplier<StsClient> sts = once(() -> build(StsClient.builder()));
  private final Supplier<KmsClient> kms = once(() -> build(KmsClient.builder()));
  private final Supplier<EventBridgeClient> eventBridge =
      once(() -> build(EventBridgeClient.builder()));
  private final Supplier<LambdaClient> functions = once(() -> build(LambdaClient.builder()));
  private final Supplier<CloudWatchClient> cloudWatch =
      once(() -> build(CloudWatchClient.builder()));

  /**
   * How calls reach AWS.
   *
   * @param http the transport, shared by all clients
   * @param endpoint where all services answer, instead of AWS's own addresses
   * @param backoff the pause between two attempts of one call
   */
  public record Wiring(
      SdkHttpClient http,
      Region region,
      AwsCredentialsProvider credentials,
      BackoffStrategy backoff,
      Optional<URI> endpoint) {}

  /** Clients over the given wiring. */
  public Clients(Wiring wiring) {
    this.wiring = wiring;
  }

  /** Clients inside a Lambda function: the environment names region and credentials. */
  public static Clients lambda() {
    SdkHttpClient http =
        UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(ANSWER).build();
    return new Clients(
        new Wiring(
            http,
            Region.of(System.getenv("AWS_REGION")),
            FunctionCredentials.ofProcess(),
            BackoffStrategy.exponentialDelay(BACKOFF, LONGEST_BACKOFF),
            Optional.empty()));
  }

  /** The region that all calls go to. */
  public String region() {
    return wiring.region().id();
  }

  public RdsClient rds() {
    return rds.get();
  }

  /** The same for RDS: whoever only waits reads again at his next try. */
  public RdsClient rdsInTurn() {
    return rdsInTurn.get();
  }

  public Ec2Client ec2() {
    return ec2.get();
  }

  public ElasticLoadBalancingV2Client elb() {
    return elb.get();
  }

  /**
   * The client of whoever waits for a turn before a call to load balancers: one that is throttled
   * is not made again at once. A sweep, or a run that lets nobody wait, is better off with {@link
   * #elb()}.
   */
  public ElasticLoadBalancingV2Client elbInTurn() {
    return elbInTurn.get();
  }

  public DynamoDbClient dynamoDb() {
    return dynamoDb.get();
  }

  public SnsClient sns() {
    return sns.get();
  }

  public SfnClient states() {
    return states.get();
  }

  public StsClient sts() {
    return sts.get();
  }

  public KmsClient kms() {
    return kms.get();
  }

  public EventBridgeClient eventBridge() {
    return eventBridge.get();
  }

  public LambdaClient functions() {
    return functions.get();
  }

  public CloudWatchClient cloudWatch() {
    return cloudWatch.get();
  }

  private <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C build(B builder) {
    return build(builder, retry -> retry);
  }

  /**
   * A call that was throttled is not made again at once: the buckets are small, many wait for them,
   * and the next try of the state reads the truth anew.
   */
  private static StandardRetryStrategy.Builder unlessThrottled(
      StandardRetryStrategy.Builder retry) {
    return DefaultRetryStrategy.standardStrategyBuilder()
        .useClientDefaults(false) // else a client adds that throttled calls are made again
        .retryOnException(
            failure ->
                failure instanceof SdkServiceException answer
                    ? answer.statusCode() >= SERVER_ERROR && !answer.isThrottlingException()
                    : failure instanceof SdkClientException);
  }

  private <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C build(
      B builder, UnaryOperator<StandardRetryStrategy.Builder> retry) {
    wiring.endpoint().ifPresent(builder::endpointOverride);
    return builder
        .httpClient(wiring.http())
        .region(wiring.region())
        .credentialsProvider(wiring.credentials())
        .overrideConfiguration(override(retry))
        .build();
  }

  private ClientOverrideConfiguration override(UnaryOperator<StandardRetryStrategy.Builder> retry) {
    return ClientOverrideConfiguration.builder()
        .addExecutionInterceptor(new DeniedCalls())
        .retryStrategy(
            retry
                .apply(AwsRetryStrategy.standardRetryStrategy().toBuilder())
                .maxAttempts(ATTEMPTS)
                .backoffStrategy(wiring.backoff())
                .throttlingBackoffStrategy(wiring.backoff())
                .build())
        .build();
  }

  private static <T> Supplier<T> once(Supplier<T> make) {
    return new Supplier<>() {
      private @Nullable T made;

      @Override
      public T get() {
        // One invocation at a time in a Lambda function: no lock needed.
        T answer = made;
        if (answer == null) {
          answer = make.get();
          made = answer;
        }
        return answer;
      }
    };
  }
}
