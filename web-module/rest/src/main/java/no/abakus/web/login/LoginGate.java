package no.abakus.web.login;

import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import no.abakus.logging.web.ForwardedFor;
import no.abakus.web.body.BodyGate;
import no.abakus.web.body.BodyReading;
import no.abakus.web.body.Intake;

/** Connects a server's body reader to the login of an application. */
record LoginGate(LoginDoor door, BodyReading reading, Predicate<String> urgent) implements BodyGate {

    @Override
    public Intake intake() {
        return reading == null ? null : reading.intake();
    }

    @Override
    public boolean isUrgent(String path) {
        return urgent.test(path);
    }

    @Override
    public boolean isLogin(String authorization) {
        return Credentials.parse(authorization).isPresent();
    }

    @Override
    public boolean admits(UnaryOperator<String> headers, String connection) {
        String address = ClientAddress.of(ForwardedFor.lastAddress(headers.apply("X-Forwarded-For")), connection);
        return Credentials.parse(headers.apply("Authorization"))
                .map(given -> door.login(address, given) instanceof LoginOutcome.Granted)
                .orElse(false);
    }
}
