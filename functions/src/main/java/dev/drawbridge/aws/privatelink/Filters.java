package dev.drawbridge.aws.privatelink;

import java.util.Collection;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.Filter;

/** Filters of EC2's describe calls. */
final class Filters {
  /** EC2 takes at most 200 values of a filter. */
  static final int VALUES = 200;

  private Filters() {}

  static Filter service(Collection<String> serviceIds) {
    return Filter.builder().name("service-id").values(serviceIds).build();
  }

  static Filter service(String serviceId) {
    return service(List.of(serviceId));
  }
}
