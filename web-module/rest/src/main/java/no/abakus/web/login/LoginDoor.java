package no.abakus.web.login;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.LongSupplier;
import no.abakus.logging.Log;

/**
 * Checks logins and slows down guessing. It counts failures per address and name, per address, and per name. The
 * failures per name delay only addresses that have failed with that name before, so a client's guesses do not delay
 * users at other addresses. Networks from which a login has succeeded have a lane of their own, so that guesses from
 * many addresses at once do not keep out the users of these networks. Thread-safe.
 */
final class LoginDoor {

    private static final Log log = Log.get();
    private static final int FREE_PER_LOGIN = 5;
    private static final int FREE_PER_ADDRESS = 20;
    private static final int FREE_PER_NAME = 50;
    private static final int SHOWN_NAME = 64;

    private final BiFunction<String, String, Optional<Set<String>>> check;
    private final KnownLogins known;
    private final FailedLogins byLogin;
    private final FailedLogins byAddress;
    private final FailedLogins byName;
    private final FamiliarNetworks familiar = new FamiliarNetworks();
    private final LoginLane familiars = new LoginLane();
    private final LoginLane strangers = new LoginLane();

    /**
     * Creates a door.
     *
     * @param check returns the roles for a name and a password; may be slow
     * @param memory how long a valid login is not checked again
     */
    LoginDoor(
            BiFunction<String, String, Optional<Set<String>>> check,
            Duration memory,
            LongSupplier nanoTime,
            SecureRandom random) {
        this.check = check;
        this.known = new KnownLogins(memory, nanoTime, random);
        this.byLogin = new FailedLogins(FREE_PER_LOGIN, nanoTime);
        this.byAddress = new FailedLogins(FREE_PER_ADDRESS, nanoTime);
        this.byName = new FailedLogins(FREE_PER_NAME, nanoTime);
    }

    LoginOutcome login(String address, Credentials given) {
        Set<String> roles = known.roles(address, given);
        if (roles != null) {
            return new LoginOutcome.Granted(roles);
        }
        Pair pair = new Pair(network(address), given.user());
        Duration wait = wait(pair);
        if (!wait.isZero()) {
            return new LoginOutcome.Postponed(wait);
        }
        LoginLane lane = familiar.contains(pair.network) ? familiars : strangers;
        if (!lane.enter()) {
            return new LoginOutcome.Postponed(LoginLane.PATIENCE);
        }
        try {
            return checked(address, given, pair);
        } finally {
            lane.leave();
        }
    }

    private LoginOutcome checked(String address, Credentials given, Pair pair) {
        // Another thread may have checked the same login while this thread waited.
        Set<String> meanwhile = known.roles(address, given);
        if (meanwhile != null) {
            return new LoginOutcome.Granted(meanwhile);
        }
        Duration wait = wait(pair);
        if (!wait.isZero()) {
            return new LoginOutcome.Postponed(wait);
        }
        Optional<Set<String>> roles = check.apply(given.user(), given.password());
        if (roles.isPresent()) {
            byLogin.succeeded(pair);
            familiar.add(pair.network);
            known.remember(address, given, roles.get());
            return new LoginOutcome.Granted(roles.get());
        }
        failed(address, pair);
        return new LoginOutcome.Refused();
    }

    private Duration wait(Pair pair) {
        Duration longest = byAddress.wait(pair.network);
        if (byLogin.knows(pair)) {
            longest = longer(longest, longer(byLogin.wait(pair), byName.wait(pair.name)));
        }
        return longest;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private void failed(String address, Pair pair) {
        byAddress.failed(pair.network);
        byName.failed(pair.name);
        int failures = byLogin.failed(pair);
        // Logged at the first failure and whenever the number has doubled, so a night of guessing leaves only a dozen
        // lines.
        if (Integer.bitCount(failures) == 1) {
            log.warning("login_failed", "user", shown(pair.name), "address", address, "failures", failures);
        }
    }

    private static String shown(String name) {
        return name.length() <= SHOWN_NAME ? name : name.substring(0, SHOWN_NAME) + "…";
    }

    /**
     * Returns the first half of an IPv6 address, because a provider assigns this half, and a customer has all addresses
     * within it. Returns other addresses unchanged.
     */
    private static String network(String given) {
        String address = writtenOut(given);
        String[] groups = address.split(":", -1);
        return groups.length < 5 ? address : String.join(":", groups[0], groups[1], groups[2], groups[3]);
    }

    /**
     * Returns the address with all its zeros. A proxy may leave out zeros, as in {@code 2001:db8::7}, and then the
     * first half cannot be seen.
     */
    private static String writtenOut(String address) {
        if (!address.contains("::")) {
            return address;
        }
        try {
            // An address with colons is never looked up as a name.
            return InetAddress.getByName(address).getHostAddress();
        } catch (UnknownHostException e) {
            return address;
        }
    }

    private record Pair(String network, String name) {
        Pair {
            // A name from a client must not become a key of unbounded size.
            name = shown(name);
        }
    }
}
