package dev.drawbridge.simulator.iam;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.Service;
import dev.drawbridge.simulator.operation.ServiceError;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;

/** The policies of all roles, and the judge of every call. */
public final class AccessControl {
  /** Needs no permission ("GetCallerIdentity", AWS STS API Reference). */
  private static final String WHO_AM_I = "sts:GetCallerIdentity";

  private final Map<String, Policy> policies = new HashMap<>();
  private final Set<Judgement> judgements = new LinkedHashSet<>();
  private final Questions questions = new Questions();
  private Consumer<Judgement> observer = judged -> {};

  /** A world in which every role may do everything. */
  public AccessControl(Facts facts) {
    new ElbQuestions(facts).addTo(questions);
    new Ec2Questions(facts).addTo(questions);
    new DynamoDbQuestions(facts).addTo(questions);
    new OtherQuestions(facts).addTo(questions);
  }

  /** A world without roles. */
  public static AccessControl ofNobody() {
    return new AccessControl(new Nothing());
  }

  /** From now on the role may do what the policy says and nothing else. */
  public void confine(String account, String role, Policy policy) {
    policies.put(key(account, role), policy);
  }

  /** The policy of a role; empty for one that may do everything. */
  public Optional<Policy> policy(String account, String role) {
    return Optional.ofNullable(policies.get(key(account, role)));
  }

  /** Every question so far, each once, in the order in which they came up. */
  public Set<Judgement> judgements() {
    return Set.copyOf(judgements);
  }

  /** Has somebody told of every question, those so far included, each once. */
  public void observe(Consumer<Judgement> value) {
    judgements.forEach(value);
    observer = value;
  }

  /**
   * Judges a call, dependent actions included.
   *
   * @throws ServiceError as the service words it, naming action and resource of the first question
   *     that the policy does not answer with yes
   */
  public void check(Service service, String action, SdkPojo request, Caller caller) {
    Policy policy = policies.get(key(caller.account(), caller.role()));
    if (policy == null || action.equals(WHO_AM_I)) {
      return;
    }
    for (Authorization asked : questions.about(action, request, caller)) {
      Decision decision = judge(policy, caller, asked);
      if (decision != Decision.ALLOWED) {
        throw Refusal.of(service, caller, asked, decision);
      }
    }
  }

  /** The refusal of a call whatever the role's policy says, as a test may plan it. */
  public ServiceError refusal(Service service, String action, SdkPojo request, Caller caller) {
    Authorization asked =
        questions.about(action, request, caller).stream()
            .findFirst()
            .orElse(Authorization.of(action));
    return Refusal.of(service, caller, asked, Decision.DENIED);
  }

  /**
   * Judges a task of a state machine by the policy of the machine's role.
   *
   * @return why not, in AWS's words; null if the role may
   */
  public @Nullable String whyNot(Caller caller, List<Authorization> all) {
    Policy policy = policies.get(key(caller.account(), caller.role()));
    if (policy == null) {
      return null;
    }
    for (Authorization asked : all) {
      Decision decision = judge(policy, caller, asked);
      if (decision != Decision.ALLOWED) {
        return Refusal.text(caller, asked, decision);
      }
    }
    return null;
  }

  private Decision judge(Policy policy, Caller caller, Authorization asked) {
    Decision decision = policy.judge(asked);
    Judgement judged = new Judgement(caller.role(), asked, decision);
    if (judgements.add(judged)) {
      observer.accept(judged);
    }
    return decision;
  }

  private static String key(String account, String role) {
    return account + "/" + role;
  }
}
