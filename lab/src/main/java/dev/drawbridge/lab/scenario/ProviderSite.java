package dev.drawbridge.lab.scenario;

import dev.drawbridge.simulator.Simulator;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.ec2.SecurityGroupRecord;
import dev.drawbridge.simulator.ec2.SubnetRecord;
import dev.drawbridge.simulator.ec2.VpcRecord;
import dev.drawbridge.simulator.rds.DbId;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.util.List;

/**
 * The account that has the databases: a VPC of three private subnets in three zones, a DB subnet
 * group over them, and a security group for databases that lets nobody in yet.
 *
 * @param account account and region
 */
public record ProviderSite(
    Simulator world,
    Caller account,
    VpcRecord vpc,
    List<SubnetRecord> subnets,
    SecurityGroupRecord databaseGroup) {
  /** The DB subnet group's name. */
  public static final String SUBNET_GROUP = "private";

  /**
   * Builds the site.
   *
   * @param network the first two bytes of its addresses, for example {@code 127.10}
   */
  public static ProviderSite build(Simulator world, Caller account, String network) {
    return build(world, account, network, List.of(".1.0/24", ".2.0/24", ".3.0/24"));
  }

  /**
   * Builds a site that has room for thousands of databases.
   *
   * @param network the first two bytes of its addresses, for example {@code 127.10}
   */
  public static ProviderSite wide(Simulator world, Caller account, String network) {
    return build(world, account, network, List.of(".0.0/18", ".64.0/18", ".128.0/18"));
  }

  private static ProviderSite build(
      Simulator world, Caller account, String network, List<String> cidrs) {
    VpcRecord vpc = world.ec2().createVpc(account, network + ".0.0/16");
    List<SubnetRecord> subnets =
        List.of(
            subnet(world, vpc, network + cidrs.get(0), account.region() + "a"),
            subnet(world, vpc, network + cidrs.get(1), account.region() + "b"),
            subnet(world, vpc, network + cidrs.get(2), account.region() + "c"));
    SecurityGroupRecord group =
        world.ec2().createSecurityGroup(vpc, "databases", "Database instances");
    world
        .rds()
        .subnetGroup(
            account.account(),
            account.region(),
            SUBNET_GROUP,
            subnets.stream().map(SubnetRecord::id).toList());
    return new ProviderSite(world, account, vpc, subnets, group);
  }

  /** Sets a database up in this site's subnets, guarded by its database group. */
  public DbId database(NewDatabase database) {
    return database(database, databaseGroup);
  }

  /** Sets a database up in this site's subnets, guarded by a group of its own. */
  public DbId database(NewDatabase database, SecurityGroupRecord group) {
    return world
        .rds()
        .setUp(
            account.account(), account.region(), database.in(SUBNET_GROUP).guardedBy(group.id()));
  }

  private static SubnetRecord subnet(Simulator world, VpcRecord vpc, String cidr, String zone) {
    return world.ec2().createSubnet(vpc, cidr, zone);
  }
}
