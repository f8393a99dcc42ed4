package dev.drawbridge.simulator.ec2;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Filters;
import dev.drawbridge.simulator.operation.Operation;
import dev.drawbridge.simulator.operation.ServiceError;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.AvailabilityZone;
import software.amazon.awssdk.services.ec2.model.DescribeAvailabilityZonesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeAvailabilityZonesResponse;

record DescribeAvailabilityZones(Ec2State state)
    implements Operation<DescribeAvailabilityZonesRequest, DescribeAvailabilityZonesResponse> {
  private record ZoneRow(Zone zone, Caller owner) implements Row {
    @Override
    public String id() {
      return zone.id();
    }
  }

  @Override
  public DescribeAvailabilityZonesResponse handle(
      DescribeAvailabilityZonesRequest request, Caller caller) {
    DryRun.check(request.dryRun());
    Filters<ZoneRow> filters =
        ResourceFilters.<ZoneRow>over(state.tags)
            .on("zone-name", row -> row.zone().name())
            .on("zone-id", ZoneRow::id)
            .on("zone-type", row -> "availability-zone")
            .on("opt-in-status", row -> "opt-in-not-required")
            .on("region-name", row -> row.owner().region())
            .on("group-name", row -> row.owner().region())
            .on("state", row -> "available");
    checkKnown(request.zoneNames(), state.zones.of(caller).stream().map(Zone::name).toList());
    checkKnown(request.zoneIds(), state.zones.of(caller).stream().map(Zone::id).toList());
    List<ZoneRow> rows =
        state.zones.of(caller).stream()
            .filter(zone -> named(request.zoneNames(), zone.name()))
            .filter(zone -> named(request.zoneIds(), zone.id()))
            .map(zone -> new ZoneRow(zone, caller))
            .toList();
    return DescribeAvailabilityZonesResponse.builder()
        .availabilityZones(
            filters.apply(rows, ResourceFilters.read(request.filters())).stream()
                .map(DescribeAvailabilityZones::shape)
                .toList())
        .build();
  }

  private static void checkKnown(List<String> wanted, List<String> known) {
    for (String each : wanted) {
      if (!known.contains(each)) {
        throw ServiceError.client(
            "InvalidParameterValue", "Invalid availability zone: [%s]".formatted(each));
      }
    }
  }

  private static boolean named(List<String> wanted, String name) {
    return wanted.isEmpty() || wanted.contains(name);
  }

  private static AvailabilityZone shape(ZoneRow row) {
    return AvailabilityZone.builder()
        .zoneName(row.zone().name())
        .zoneId(row.zone().id())
        .regionName(row.owner().region())
        .groupName(row.owner().region())
        .networkBorderGroup(row.owner().region())
        .zoneType("availability-zone")
        .optInStatus("opt-in-not-required")
        .state("available")
        .build();
  }
}
