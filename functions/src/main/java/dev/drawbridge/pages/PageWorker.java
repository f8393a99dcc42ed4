package dev.drawbridge.pages;

import dev.drawbridge.api.ProxyAnswer;
import dev.drawbridge.api.ProxyEvent;
import dev.drawbridge.aws.dynamodb.UnreadableItem;
import dev.drawbridge.error.Conflict;
import dev.drawbridge.error.InvalidRequest;
import dev.drawbridge.error.NotReady;
import dev.drawbridge.error.TransientFailure;
import dev.drawbridge.model.Metrics;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Json;
import dev.drawbridge.runtime.Settings;
import dev.drawbridge.runtime.Worker;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The base of every worker behind the pages. Errors leave as pages, too. */
public abstract class PageWorker extends Worker<ProxyEvent, ProxyAnswer> {
  private static final String LATER = "Nothing was changed that you asked for. Try again soon.";

  private static final String UNREADABLE =
      "A record that this page needs cannot be read. Tell the installation's operators, who have to"
          + " restore it: the alarm ItemNotShown tells them which it is.";

  private final Settings settings;
  private final InstantSource clock;

  /** Reads what API Gateway sends, of which we know only a part. */
  protected PageWorker(Environment environment) {
    super(ProxyEvent.class, Json.LENIENT);
    this.settings = environment.settings();
    this.clock = environment.clock();
  }

  @Override
  protected final Optional<String> remark(ProxyAnswer answer) {
    return answer.remark();
  }

  @Override
  protected final Optional<Metrics> metrics(ProxyAnswer answer) {
    return answer.metrics();
  }

  /** Answers one call. */
  abstract ProxyAnswer answer(PageCall call);

  @Override
  public final ProxyAnswer handle(ProxyEvent event) {
    PageCall call = new PageCall(event);
    try {
      if (settings.optional(Settings.PAGES_URL).isEmpty()) {
        throw new PageRefusal(
            404, "There are no pages here", "This installation has no issuer to sign in with.");
      }
      return sent(call, answer(call));
    } catch (UnreadableItem bad) {
      ProxyAnswer page = Page.of(new PageRefusal(500, "A record cannot be read", UNREADABLE));
      List<String> lack = List.of(String.valueOf(bad.getMessage()));
      return sent(call, page.lacking(lack, clock.instant()));
    } catch (RuntimeException failure) {
      return sent(call, Page.of(refusal(translated(failure))));
    }
  }

  private static ProxyAnswer sent(PageCall call, ProxyAnswer answer) {
    return call.isHead() ? answer.bare() : answer;
  }

  private static PageRefusal refusal(RuntimeException failure) {
    return switch (failure) {
      case PageRefusal refusal -> refusal;
      case InvalidRequest refused -> new PageRefusal(400, "This is refused", said(refused));
      case Conflict conflict -> new PageRefusal(409, "Something stands in the way", said(conflict));
      case NotReady wait -> new PageRefusal(503, "This is not possible just now", LATER);
      case TransientFailure wait -> new PageRefusal(503, "This is not possible just now", LATER);
      // A defect: Lambda logs it, and the gateway answers 502 without a word of it.
      default -> throw failure;
    };
  }

  private static String said(Throwable failure) {
    return String.valueOf(failure.getMessage());
  }
}
