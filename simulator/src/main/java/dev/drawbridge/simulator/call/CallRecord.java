package dev.drawbridge.simulator.call;

import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;

/**
 * One call of one AWS operation.
 *
 * @param at when it arrived
 * @param action as IAM writes it, for example {@code rds:DescribeDBClusters}
 * @param request the request as the SDK's model class
 * @param error the error code it was answered with, or empty where it succeeded
 */
public record CallRecord(
    Instant at, Caller caller, String action, SdkPojo request, Optional<String> error) {}
