package no.abakus.web.body;

/** The rules and the budgets of a web application. Creates the intakes. Thread-safe. */
public final class BodyReading {

    // All filters of a web application share these budgets, and each web application has its own copy of this class.
    private static final BodyBudget STRANGERS = BodyBudget.ofHeap(BodyRules.DEFAULT);
    private static final BodyBudget USERS = BodyBudget.ofHeap(BodyRules.DEFAULT);

    private final BodyRules rules;
    private final BodyBudget strangers;
    private final BodyBudget users;

    /** Creates readings with these rules. */
    public BodyReading(BodyRules rules) {
        this(rules, STRANGERS, USERS);
    }

    BodyReading(BodyRules rules, BodyBudget strangers, BodyBudget users) {
        this.rules = rules;
        this.strangers = strangers;
        this.users = users;
    }

    /** Returns the rules. */
    public BodyRules rules() {
        return rules;
    }

    /** Returns a new intake. */
    public Intake intake() {
        return new Intake(rules, strangers, users);
    }
}
