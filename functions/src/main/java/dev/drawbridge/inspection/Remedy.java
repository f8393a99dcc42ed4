package dev.drawbridge.inspection;

/** What becomes of a finding. Mending deletes and cuts nothing. */
public enum Remedy {
  /** A run of refresh-targets puts it right. */
  REFRESH("a refresh of the targets mends it"),
  /** Our own listener, attribute, rule or notification is put back. */
  MEND("Drawbridge puts it back, once in 24 hours"),
  /** The yes was for no day longer: the consumer's path is ended, which is no mending. */
  END("Drawbridge ends the path"),
  /** A person has to say yes to an endpoint. */
  ASK("a person has to be asked"),
  /** A person has to know: nothing of ours may change it. */
  TELL("a person has to act");

  private final String words;

  Remedy(String words) {
    this.words = words;
  }

  /** For people. */
  public String words() {
    return words;
  }
}
