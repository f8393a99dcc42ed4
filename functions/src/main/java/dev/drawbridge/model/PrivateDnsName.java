package dev.drawbridge.model;

/**
 * The name of an endpoint service that consumers may use for their endpoint, once AWS has seen that
 * its domain is the provider's: by a record of DNS that the provider puts there.
 *
 * @param state as AWS spells it: {@code pendingVerification}, {@code verified} or {@code failed}
 * @param recordName the label of the record below the name's domain
 * @param recordType {@code TXT}
 * @param recordValue what the record has to say
 */
public record PrivateDnsName(
    String name, String state, String recordName, String recordType, String recordValue) {

  /** Whether consumers may use it. */
  public boolean verified() {
    return state.equals("verified");
  }
}
