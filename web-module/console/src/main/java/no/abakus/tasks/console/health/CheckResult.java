package no.abakus.tasks.console.health;

/**
 * The result of one check.
 *
 * @param name what was checked, such as {@code broker}
 * @param status {@code UP} or {@code DOWN}
 */
public record CheckResult(String name, String status) {

    static CheckResult up(String name) {
        return new CheckResult(name, "UP");
    }

    static CheckResult down(String name) {
        return new CheckResult(name, "DOWN");
    }

    public boolean isUp() {
        return status.equals("UP");
    }
}
