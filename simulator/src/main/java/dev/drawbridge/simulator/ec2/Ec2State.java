package dev.drawbridge.simulator.ec2;

import dev.drawbridge.engine.time.Scheduler;
import dev.drawbridge.simulator.network.Network;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** All resources of EC2 in this world. */
final class Ec2State {
  final Network network;
  final Scheduler scheduler;
  final Ec2Settings settings;
  final Notices notices;
  final Ids ids;
  final Zones zones;
  final Tags tags = new Tags();
  final ClientTokens tokens = new ClientTokens();
  final Table<VpcRecord> vpcs;
  final Table<SubnetRecord> subnets;
  final Table<RouteTableRecord> routeTables;
  final Table<NetworkInterfaceRecord> interfaces;

  /** Which interface has which secondary address. */
  final Map<String, String> secondaryIps = new HashMap<>();

  final Table<SecurityGroupRecord> groups;
  final Table<Rule> rules;
  final Table<PrefixListRecord> prefixLists;
  final Table<EndpointService> services;

  /** Of those that are not {@code Available}, by id. */
  final Map<String, String> serviceStates = new HashMap<>();

  /** By the id of their service. */
  final Map<String, PrivateName> privateNames = new HashMap<>();

  /** TXT records of the public DNS. */
  final Set<String> publicRecords = new HashSet<>();

  final Table<Endpoint> endpoints;
  final Table<ConnectionNotificationRecord> notifications;

  /** All that were ever made with a token, by owner and token: EC2 remembers it past a deletion. */
  final Map<String, ConnectionNotificationRecord> notificationsMade = new HashMap<>();

  Ec2State(Network network, Ec2Settings settings, Notices notices) {
    this.network = network;
    this.scheduler = network.scheduler();
    this.settings = settings;
    this.notices = notices;
    this.ids = new Ids(scheduler.random());
    this.zones = new Zones(settings.zones());
    this.vpcs = table("InvalidVpcID.NotFound", "vpc ID");
    this.subnets = table("InvalidSubnetID.NotFound", "subnet ID");
    this.routeTables = table("InvalidRouteTableID.NotFound", "routeTable ID");
    this.interfaces =
        table(
            "InvalidNetworkInterfaceID.NotFound",
            "networkInterface ID",
            NetworkInterfaceRecord::privateIp);
    this.groups = table("InvalidGroup.NotFound", "security group");
    this.rules =
        table("InvalidSecurityGroupRuleId.NotFound", "security group rule ID", Rule::groupId);
    this.prefixLists = table("InvalidPrefixListID.NotFound", "prefix list ID");
    this.services = table("InvalidVpcEndpointServiceId.NotFound", "VpcEndpointService ID");
    this.endpoints = table("InvalidVpcEndpointId.NotFound", "Vpc Endpoint ID");
    this.notifications = table("InvalidConnectionNotification", "connection notification ID");
  }

  private <R extends Row> Table<R> table(String missingCode, String noun) {
    return table(missingCode, noun, Row::id);
  }

  private <R extends Row> Table<R> table(
      String missingCode, String noun, Function<? super R, String> key) {
    return new Table<>(scheduler, settings.consistencyLag(), missingCode, noun, key);
  }
}
