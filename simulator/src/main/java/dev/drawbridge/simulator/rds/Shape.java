package dev.drawbridge.simulator.rds;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What a database is made as. It stays so, but for what {@link Modification} and a move to another
 * port change in place.
 *
 * @param engine its engine
 * @param instanceClass for example {@code db.r6g.large}
 * @param port where it listens
 * @param subnetGroup the DB subnet group's name
 * @param securityGroups its VPC security groups
 * @param parameterGroup of the instance, or of the cluster for a cluster
 * @param multiAz a standby in a second zone, or a Multi-AZ DB cluster
 * @param publiclyAccessible whether its name leads to a public address outside the VPC
 * @param minCapacity of Aurora Serverless v2, in capacity units
 */
public record Shape(
    Engine engine,
    String instanceClass,
    int port,
    String subnetGroup,
    List<String> securityGroups,
    String parameterGroup,
    boolean multiAz,
    boolean publiclyAccessible,
    OptionalDouble minCapacity) {
  /** Keeps a copy. */
  public Shape {
    securityGroups = List.copyOf(securityGroups);
  }

  Shape parameterGroup(String value) {
    return new Shape(
        engine,
        instanceClass,
        port,
        subnetGroup,
        securityGroups,
        value,
        multiAz,
        publiclyAccessible,
        minCapacity);
  }

  Shape subnetGroup(String value) {
    return new Shape(
        engine,
        instanceClass,
        port,
        value,
        securityGroups,
        parameterGroup,
        multiAz,
        publiclyAccessible,
        minCapacity);
  }

  Shape port(int value) {
    return new Shape(
        engine,
        instanceClass,
        value,
        subnetGroup,
        securityGroups,
        parameterGroup,
        multiAz,
        publiclyAccessible,
        minCapacity);
  }

  Shape securityGroups(List<String> value) {
    return new Shape(
        engine,
        instanceClass,
        port,
        subnetGroup,
        value,
        parameterGroup,
        multiAz,
        publiclyAccessible,
        minCapacity);
  }

  Shape minCapacity(OptionalDouble value) {
    return new Shape(
        engine,
        instanceClass,
        port,
        subnetGroup,
        securityGroups,
        parameterGroup,
        multiAz,
        publiclyAccessible,
        value);
  }

  Shape publiclyAccessible(boolean value) {
    return new Shape(
        engine,
        instanceClass,
        port,
        subnetGroup,
        securityGroups,
        parameterGroup,
        multiAz,
        value,
        minCapacity);
  }

  Shape singleZone() {
    return new Shape(
        engine,
        instanceClass,
        port,
        subnetGroup,
        securityGroups,
        parameterGroup,
        false,
        publiclyAccessible,
        minCapacity);
  }
}
