package dev.drawbridge.pages;

import dev.drawbridge.model.Approval;
import java.util.random.RandomGenerator;

/** The form that decides. */
final class AnswerForm {
  private AnswerForm() {}

  /** What a nonce is good for: this question, as it was read. */
  static String purpose(String id, String digest) {
    return "answer " + id + " " + digest;
  }

  static Html of(PagesUrl url, Approval asked, SignedIn.Session session, RandomGenerator random) {
    return Html.of(
        """
        <h2>Your answer</h2>
        <form method="post" action="{}">
        <input type="hidden" name="digest" value="{}">
        <input type="hidden" name="nonce" value="{}">
        <label for="comment">Why (kept with your answer, at most 1,000 characters)</label>
        <textarea id="comment" name="comment" maxlength="1000"></textarea>
        <div class="buttons">
        <button class="approve" name="decision" value="approve">Approve</button>
        <button class="deny" name="decision" value="deny">Deny</button>
        </div>
        </form>""",
        url.question(asked.id()),
        asked.subjectDigest(),
        session.forms().issue(purpose(asked.id(), asked.subjectDigest()), random));
  }
}
