package no.abakus.web.login;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import no.abakus.logging.web.ForwardedFor;
import no.abakus.web.body.BodyGate;
import no.abakus.web.body.BodyReading;
import no.abakus.web.body.Intake;

/** Connects a server's body reader to the login of an application. */
record LoginGate(
        LoginDoor door,
        BodyReading reading,
        Predicate<String> urgent,
        Function<UnaryOperator<String>, Optional<Session>> sessions,
        Predicate<String> signIns)
        implements BodyGate {

    @Override
    public Intake intake() {
        return reading == null ? null : reading.intake();
    }

    @Override
    public boolean isUrgent(String path) {
        return urgent.test(path);
    }

    @Override
    public boolean isExpected(String path, UnaryOperator<String> headers) {
        String authorization = headers.apply("Authorization");
        return authorization == null
                ? signIns.test(path) || sessions.apply(headers).isPresent()
                : Credentials.parse(authorization).isPresent();
    }

    @Override
    public boolean admits(UnaryOperator<String> headers, String connection) {
        if (headers.apply("Authorization") == null) {
            return sessions.apply(headers).isPresent();
        }
        String address = ClientAddress.of(ForwardedFor.lastAddress(headers.apply("X-Forwarded-For")), connection);
        return Credentials.parse(headers.apply("Authorization"))
                .map(given -> door.login(address, given) instanceof LoginOutcome.Granted)
                .orElse(false);
    }
}
