package no.abakus.sample.registrations;

class EclipseLinkOnH2Test extends AdmissionsContract {

    @Override
    SampleDatabase start() {
        return new SampleDatabase(SampleDatabase.Provider.ECLIPSELINK, SampleDatabase.Product.H2);
    }
}
