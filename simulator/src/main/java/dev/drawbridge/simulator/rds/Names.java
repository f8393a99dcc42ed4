package dev.drawbridge.simulator.rds;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.dns.DnsRecord;
import dev.drawbridge.simulator.dns.Zones;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The DNS names of databases, and what they lead to. */
final class Names {
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

  private final Map<String, String> suffixes = new HashMap<>();
  private final Zones zones;
  private final RandomGenerator random;
  private final Duration ttl;

  Names(Zones zones, RandomGenerator random, Duration ttl) {
    this.zones = zones;
    this.random = random;
    this.ttl = ttl;
  }

  String instance(DbId id) {
    return id.name() + "." + suffix(id);
  }

  String writer(DbId cluster) {
    return cluster.name() + ".cluster-" + suffix(cluster);
  }

  String reader(DbId cluster) {
    return cluster.name() + ".cluster-ro-" + suffix(cluster);
  }

  /** Lower-case letters and digits, as in resource ids. */
  String letters(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return text.toString();
  }

  /** A new one for a cluster. */
  String clusterResourceId() {
    return "cluster-" + letters(26).toUpperCase(Locale.ROOT);
  }

  /** The instance's own name leads to its server; a public one only from outside its VPC. */
  void publish(DbInstance instance) {
    DnsRecord own = new DnsRecord.Addresses(List.of(instance.address()), ttl);
    if (instance.shape().publiclyAccessible()) {
      String vpc = instance.placement().node().subnet().vpcId();
      zones.put(vpc, instance(instance.id()), own);
      zones.put(
          instance(instance.id()), new DnsRecord.Addresses(List.of(publicAddress(instance)), ttl));
    } else {
      zones.remove(instance.placement().node().subnet().vpcId(), instance(instance.id()));
      zones.put(instance(instance.id()), own);
    }
  }

  /** The cluster's names lead to these instances. */
  void publish(DbId cluster, Optional<DbId> writer, List<DbId> readers) {
    writer.ifPresent(w -> zones.put(writer(cluster), new DnsRecord.Alias(instance(w), ttl)));
    zones.put(
        reader(cluster), new DnsRecord.OneOf(readers.stream().map(this::instance).toList(), ttl));
  }

  void removeWriter(DbId cluster) {
    zones.remove(writer(cluster));
  }

  void remove(DbInstance instance) {
    zones.remove(instance(instance.id()));
    zones.remove(instance.placement().node().subnet().vpcId(), instance(instance.id()));
  }

  void remove(DbId cluster) {
    zones.remove(writer(cluster));
    zones.remove(reader(cluster));
  }

  /** An address of the block for documentation (RFC 5737), the same for the same instance. */
  private static String publicAddress(DbInstance instance) {
    return "203.0.113." + (1 + Math.floorMod(instance.resourceId().hashCode(), 254));
  }

  private String suffix(DbId id) {
    String own = suffixes.computeIfAbsent(id.account() + "/" + id.region(), k -> "c" + letters(11));
    String domain =
        new Caller(id.account(), id.region(), "").partition().equals("aws-cn")
            ? "amazonaws.com.cn"
            : "amazonaws.com";
    return "%s.%s.rds.%s".formatted(own, id.region(), domain);
  }
}
