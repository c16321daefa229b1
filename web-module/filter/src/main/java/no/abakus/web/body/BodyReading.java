package no.abakus.web.body;

/** The rules of an application and the budgets of the node; makes the intakes. Thread-safe. */
public final class BodyReading {

    // Of the process, and not of an application: the heap is one.
    private static final BodyBudget STRANGERS = BodyBudget.ofHeap(BodyRules.DEFAULT);
    private static final BodyBudget USERS = BodyBudget.ofHeap(BodyRules.DEFAULT);

    private final BodyRules rules;

    /** Readings by these rules. */
    public BodyReading(BodyRules rules) {
        this.rules = rules;
    }

    /** The rules. */
    public BodyRules rules() {
        return rules;
    }

    /** A new one. */
    public Intake intake() {
        return new Intake(rules, STRANGERS, USERS);
    }
}
