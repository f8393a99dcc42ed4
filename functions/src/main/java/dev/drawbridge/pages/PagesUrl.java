package dev.drawbridge.pages;

import dev.drawbridge.runtime.Settings;
import java.net.URI;

/**
 * Where the pages are.
 *
 * @param base without a last slash; on AWS it ends with the stage
 */
record PagesUrl(URI base) {

  static PagesUrl of(Settings settings) {
    return new PagesUrl(URI.create(settings.required(Settings.PAGES_URL)));
  }

  /** The address of a path that begins with a slash. */
  String at(String path) {
    return base + path;
  }

  String question(String id) {
    return at("/approvals/" + id);
  }

  /** What a browser sends as {@code Origin} with a form of ours. */
  String origin() {
    return base.getScheme() + "://" + base.getRawAuthority();
  }

  /**
   * A cookie's name. The prefix makes browsers refuse one that another host, or a connection
   * without TLS, has set (RFC 6265bis, section 4.1.3.2); the lab has no TLS.
   */
  String cookie(String name) {
    return base.getScheme().equals("https") ? "__Host-" + name : name;
  }
}
