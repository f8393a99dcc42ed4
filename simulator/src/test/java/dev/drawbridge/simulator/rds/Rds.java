package dev.drawbridge.simulator.rds;

import dev.drawbridge.engine.time.VirtualScheduler;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.dns.PublishedNames;
import dev.drawbridge.simulator.dns.Zones;
import dev.drawbridge.simulator.ec2.Ec2Service;
import dev.drawbridge.simulator.ec2.Ec2Settings;
import dev.drawbridge.simulator.ec2.VpcRecord;
import dev.drawbridge.simulator.network.Network;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** RDS in a VPC of three zones, on the virtual clock; the one fixture of this package's tests. */
final class Rds {
  static final String ACCOUNT = "111111111111";
  static final String REGION = "eu-central-1";
  static final Caller CALLER = new Caller(ACCOUNT, REGION, "root");

  final VirtualScheduler scheduler;
  final Zones zones;
  final Network network;
  final Ec2Service ec2;
  final RdsService service;
  final List<String> events = new ArrayList<>();

  Rds(long seed) {
    this(seed, RdsSettings.published());
  }

  Rds(long seed, RdsSettings settings) {
    scheduler = new VirtualScheduler(Instant.parse("2026-11-22T10:00:00Z"), seed);
    zones = new Zones(scheduler);
    network = Network.of(scheduler, new PublishedNames(zones, Duration.ofSeconds(60)));
    ec2 = new Ec2Service(network, Ec2Settings.published(), (service, topic, message) -> {});
    VpcRecord vpc = ec2.createVpc(CALLER, "10.20.0.0/16");
    List<String> subnets =
        Stream.of("a", "b", "c")
            .map(
                z ->
                    ec2.createSubnet(vpc, "10.20.%d.0/24".formatted(z.charAt(0) - 'a'), REGION + z)
                        .id())
            .toList();
    service =
        new RdsService(
            scheduler,
            new VpcInstanceNetwork(ec2, network),
            zones,
            (account, region, event) -> events.add(PublishedEvents.checked(event)),
            settings);
    service.subnetGroup(ACCOUNT, REGION, "private", subnets);
  }

  DbId setUp(NewDatabase wanted) {
    return service.setUp(ACCOUNT, REGION, wanted.in("private"));
  }

  /** The address that a name leads to now, without caches. */
  String address(String name) {
    return zones.lookup(Zones.PUBLIC, name).orElseThrow().addresses().getFirst();
  }

  boolean listens(String address, int port) {
    return network.hosts().listener(address, port).isPresent();
  }

  /** How many events of an id have reached the bus. */
  long count(String eventId) {
    return events.stream().filter(e -> e.contains("RDS-EVENT-" + eventId)).count();
  }
}
