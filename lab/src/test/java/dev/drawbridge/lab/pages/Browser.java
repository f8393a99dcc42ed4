package dev.drawbridge.lab.pages;

import dev.drawbridge.simulator.apigateway.FrontDoor;
import dev.drawbridge.simulator.wire.HttpCall;
import dev.drawbridge.simulator.wire.HttpReply;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkBytes;

/**
 * A person's browser: it keeps cookies, says where a form was shown, and follows redirects, to the
 * issuer too.
 */
public final class Browser {
  private static final Pattern COOKIE = Pattern.compile("([^=]+)=([^;]*);.*");
  private static final HttpClient OUTSIDE = HttpClient.newHttpClient();

  private final FrontDoor door;
  private final String base;
  private final Map<String, String> cookies = new HashMap<>();
  private final List<String> addresses = new ArrayList<>();

  /** What came back. */
  public record Reply(int status, Map<String, String> headers, String text) {
    /** The value of a hidden field of the form to {@code action}. */
    public String hidden(String action, String name) {
      Matcher form =
          Pattern.compile("(?s)action=\"" + Pattern.quote(action) + "\">(.*?)</form>")
              .matcher(text);
      if (!form.find()) {
        throw new AssertionError("no form to " + action + " in " + text);
      }
      Matcher field =
          Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(form.group(1));
      if (!field.find()) {
        throw new AssertionError("no field " + name + " in " + form.group(1));
      }
      return field.group(1);
    }
  }

  /** A new one, which knows no cookie. */
  public Browser(FrontDoor door, String base) {
    this.door = door;
    this.base = base;
  }

  /** Every address that this browser was sent to. */
  List<String> addresses() {
    return List.copyOf(addresses);
  }

  Map<String, String> cookies() {
    return cookies;
  }

  Reply get(String path) {
    return call("GET", path, "", Map.of());
  }

  Reply head(String path) {
    return call("HEAD", path, "", Map.of());
  }

  /** Signs in as one of the issuer's people, on the way to {@code path}. */
  public Reply signIn(String person, String path) {
    Reply there = get(path);
    return there.status() == 303 ? followed(get(signedIn(person, path))) : there;
  }

  /** The issuer's way back to the pages, with a code: path and query. */
  String signedIn(String person, String path) {
    Reply sent = get(path);
    URI authorize = URI.create(location(get(path(location(sent)))));
    String chosen = authorize.toString().replace("/authorize?", "/choose?person=" + person + "&");
    return path(outside(chosen));
  }

  /** Sends a form of this page. */
  public Reply post(String path, Map<String, String> fields) {
    return post(
        path,
        fields,
        Map.of("Origin", URI.create(base).resolve("/").toString().replaceAll("/$", "")));
  }

  Reply post(String path, Map<String, String> fields, Map<String, String> headers) {
    String body =
        fields.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    Map<String, String> all = new HashMap<>(headers);
    all.put("Content-Type", "application/x-www-form-urlencoded");
    return call("POST", path, body, all);
  }

  private Reply followed(Reply reply) {
    return reply.status() == 303 ? followed(get(path(location(reply)))) : reply;
  }

  private Reply call(String method, String path, String body, Map<String, String> headers) {
    Map<String, String> all = new HashMap<>(headers);
    if (!cookies.isEmpty()) {
      all.put(
          "Cookie",
          cookies.entrySet().stream()
              .map(e -> e.getKey() + "=" + e.getValue())
              .collect(Collectors.joining("; ")));
    }
    addresses.add(path);
    HttpReply reply = door.handle(new HttpCall(method, path, all, SdkBytes.fromUtf8String(body)));
    Optional.ofNullable(reply.headers().get("Set-Cookie")).ifPresent(this::keep);
    Optional.ofNullable(reply.headers().get("Location")).ifPresent(addresses::add);
    return new Reply(reply.status(), reply.headers(), reply.body().asUtf8String());
  }

  private void keep(String cookie) {
    Matcher parts = COOKIE.matcher(cookie);
    if (!parts.matches() || !cookie.contains("HttpOnly; Secure; SameSite=Lax")) {
      throw new AssertionError("not a cookie of ours: " + cookie);
    }
    cookies.put(parts.group(1), parts.group(2));
  }

  private String path(String address) {
    if (!address.startsWith(base)) {
      throw new AssertionError("leads away: " + address);
    }
    return address.substring(base.length());
  }

  static String location(Reply reply) {
    if (reply.status() != 303) {
      throw new AssertionError("no redirect: " + reply.status() + " " + reply.text());
    }
    return String.valueOf(reply.headers().get("Location"));
  }

  private static String outside(String address) {
    try {
      HttpResponse<String> response =
          OUTSIDE.send(
              HttpRequest.newBuilder(URI.create(address)).build(),
              HttpResponse.BodyHandlers.ofString());
      return response
          .headers()
          .firstValue("Location")
          .orElseThrow(() -> new AssertionError(response.body()));
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
