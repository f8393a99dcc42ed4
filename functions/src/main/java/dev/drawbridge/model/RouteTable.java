package dev.drawbridge.model;

import java.util.List;

/**
 * A route table, as far as it tells private subnets from public ones.
 *
 * @param main whether subnets without a table of their own use it
 * @param internet whether it has a route to an internet gateway
 */
public record RouteTable(boolean main, List<String> subnetIds, boolean internet) {}
