package dev.drawbridge.model;

/** What an instance does at the moment. */
public enum Role {
  /** Takes writes. */
  WRITER,
  /** Serves reads only. */
  READER
}
