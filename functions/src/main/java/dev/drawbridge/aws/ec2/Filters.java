package dev.drawbridge.aws.ec2;

import java.util.Collection;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.Filter;

/** Filters of EC2's Describe calls. */
final class Filters {
  private Filters() {}

  /** Resources whose attribute has the value. */
  static List<Filter> of(String name, String value) {
    return of(name, List.of(value));
  }

  /** Resources whose attribute has one of the values. */
  static List<Filter> of(String name, Collection<String> values) {
    return List.of(Filter.builder().name(name).values(values).build());
  }
}
