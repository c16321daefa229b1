package no.abakus.bench;

/** Placeholder until the API of the sample is there. */
final class RegistrationsBenchmark implements Benchmark {
    @Override
    public void run(Settings settings, Report report) {
        throw new UnsupportedOperationException();
    }
}
