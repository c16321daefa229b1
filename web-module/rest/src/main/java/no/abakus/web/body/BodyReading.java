package no.abakus.web.body;

/** The rules of an application and the budgets of the node. Creates the intakes. Thread-safe. */
public final class BodyReading {

    // Per process, not per application: there is only one heap.
    private static final BodyBudget STRANGERS = BodyBudget.ofHeap(BodyRules.DEFAULT);
    private static final BodyBudget USERS = BodyBudget.ofHeap(BodyRules.DEFAULT);

    private final BodyRules rules;

    /** Creates readings with these rules. */
    public BodyReading(BodyRules rules) {
        this.rules = rules;
    }

    /** Returns the rules. */
    public BodyRules rules() {
        return rules;
    }

    /** Returns a new intake. */
    public Intake intake() {
        return new Intake(rules, STRANGERS, USERS);
    }
}
