package dev.drawbridge.simulator.ec2;

import software.amazon.awssdk.services.ec2.model.PrivateDnsNameConfiguration;

/**
 * The private DNS name of an endpoint service, and how far its domain is proven to be the
 * provider's ("Manage DNS names for VPC endpoint services").
 *
 * @param state {@code pendingVerification}, {@code verified} or {@code failed}
 * @param recordName the label of the TXT record below the domain
 * @param value what the record has to say
 */
record PrivateName(String name, String state, String recordName, String value) {

  PrivateName in(String other) {
    return new PrivateName(name, other, recordName, value);
  }

  boolean verified() {
    return state.equals("verified");
  }

  PrivateDnsNameConfiguration shape() {
    return PrivateDnsNameConfiguration.builder()
        .state(state)
        .type("TXT")
        .name(recordName)
        .value(value)
        .build();
  }
}
