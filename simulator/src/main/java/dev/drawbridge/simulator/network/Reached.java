package dev.drawbridge.simulator.network;

import org.jspecify.annotations.Nullable;

/**
 * The connection reaches a server.
 *
 * @param targetIp the server's address
 * @param port the server's port
 * @param sourceSeen the client's address as the server sees it
 * @param nlbNodeIp the load balancer node it went through; null when direct
 * @param targetGroupArn the target group that was chosen; null when direct
 * @param endpointId the VPC endpoint it came through; null when none
 */
public record Reached(
    String targetIp,
    int port,
    String sourceSeen,
    @Nullable String nlbNodeIp,
    @Nullable String targetGroupArn,
    @Nullable String endpointId)
    implements PathResult {}
