package no.abakus.sample.registrations;

class EclipseLinkOnPostgresqlTest extends AdmissionsContract {

    @Override
    SampleDatabase start() {
        return new SampleDatabase(SampleDatabase.Provider.ECLIPSELINK, SampleDatabase.Product.POSTGRESQL);
    }
}
