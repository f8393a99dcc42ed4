package dev.drawbridge.simulator;

import dev.drawbridge.engine.evidence.Published;
import dev.drawbridge.engine.evidence.Unconfirmed;
import dev.drawbridge.engine.time.Spread;
import dev.drawbridge.simulator.delivery.DeliverySettings;
import dev.drawbridge.simulator.dns.DnsSettings;
import dev.drawbridge.simulator.dynamodb.DynamoDbSettings;
import dev.drawbridge.simulator.ec2.Ec2Settings;
import dev.drawbridge.simulator.elbv2.ElbSettings;
import dev.drawbridge.simulator.events.EventSettings;
import dev.drawbridge.simulator.lambda.LambdaSettings;
import dev.drawbridge.simulator.rds.RdsSettings;
import dev.drawbridge.simulator.stepfunctions.StepFunctionsSettings;
import java.time.Duration;
import java.util.List;

/**
 * Every delay, quota and default of a simulated world, by service.
 *
 * @param latency how long an API call travels each way
 * @param notices how SNS delivers
 */
public record Settings(
    @Unconfirmed("a call inside a region, half of its round trip") Duration latency,
    @Published("three immediate retries (SNS developer guide, Message delivery retries)")
        @Unconfirmed("the delay before the first try")
        DeliverySettings notices,
    DnsSettings dns,
    DynamoDbSettings dynamoDb,
    Ec2Settings ec2,
    ElbSettings elb,
    EventSettings events,
    LambdaSettings lambda,
    RdsSettings rds,
    StepFunctionsSettings states,
    ThrottleSettings throttling) {

  /** What AWS publishes, and labelled assumptions where it publishes nothing. */
  public static Settings published() {
    return new Settings(
        Duration.ofMillis(10),
        DeliverySettings.faithful(
            Spread.between(Duration.ofMillis(30), Duration.ofSeconds(1)),
            List.of(Duration.ZERO, Duration.ZERO, Duration.ZERO)),
        DnsSettings.published(),
        DynamoDbSettings.published(),
        Ec2Settings.published(),
        ElbSettings.published(),
        EventSettings.published(),
        LambdaSettings.published(),
        RdsSettings.published(),
        StepFunctionsSettings.published(),
        ThrottleSettings.published());
  }

  /**
   * The same world faster: the long delays of load balancers, PrivateLink and RDS divided, for a
   * lab on the wall clock. What was measured under it is no figure of AWS's.
   */
  public Settings dividedBy(long divisor) {
    return new Settings(
        Duration.ZERO,
        notices,
        dns,
        dynamoDb,
        ec2.dividedBy(divisor),
        elb.dividedBy(divisor),
        events,
        lambda.startsDividedBy(divisor),
        rds.dividedBy(divisor),
        states,
        throttling);
  }

  /** The same with other settings of RDS. */
  public Settings rds(RdsSettings value) {
    return new Settings(
        latency, notices, dns, dynamoDb, ec2, elb, events, lambda, value, states, throttling);
  }

  /** The same with other settings of Elastic Load Balancing. */
  public Settings elb(ElbSettings value) {
    return new Settings(
        latency, notices, dns, dynamoDb, ec2, value, events, lambda, rds, states, throttling);
  }

  /** The same with other settings of Lambda. */
  public Settings lambda(LambdaSettings value) {
    return new Settings(
        latency, notices, dns, dynamoDb, ec2, elb, events, value, rds, states, throttling);
  }

  /** The same with other settings of Step Functions. */
  public Settings states(StepFunctionsSettings value) {
    return new Settings(
        latency, notices, dns, dynamoDb, ec2, elb, events, lambda, rds, value, throttling);
  }

  /** The same with other settings of EventBridge. */
  public Settings events(EventSettings value) {
    return new Settings(
        latency, notices, dns, dynamoDb, ec2, elb, value, lambda, rds, states, throttling);
  }

  /** The same with other delivery of SNS messages. */
  public Settings notices(DeliverySettings value) {
    return new Settings(
        latency, value, dns, dynamoDb, ec2, elb, events, lambda, rds, states, throttling);
  }

  /** The same with other settings of EC2. */
  public Settings ec2(Ec2Settings value) {
    return new Settings(
        latency, notices, dns, dynamoDb, value, elb, events, lambda, rds, states, throttling);
  }
}
