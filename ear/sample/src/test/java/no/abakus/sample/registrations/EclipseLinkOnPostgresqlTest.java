package no.abakus.sample.registrations;

import org.junit.jupiter.api.Tag;

@Tag("long")
class EclipseLinkOnPostgresqlTest extends AdmissionsContract {

    @Override
    SampleDatabase start() {
        return new SampleDatabase(SampleDatabase.Provider.ECLIPSELINK, SampleDatabase.Product.POSTGRESQL);
    }
}
