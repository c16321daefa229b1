package no.abakus.tasks.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** Nodes of different releases recognize each other's seals. */
class SealsTest {

    private static final byte[] SECRET = "a secret of all nodes".getBytes(StandardCharsets.UTF_8);

    @Test
    void a_seal_is_the_beginning_of_the_hmac_of_its_purpose_and_parts() throws GeneralSecurityException {
        Seals seals = new Seals();
        seals.share(SECRET);

        String seal = seals.of("token", "t-1", "blåbær");

        assertThat(seal).isEqualTo(hmac("token\nt-1\nblåbær"));
        assertThat(seals.isValid(seal, "token", "t-1", "blåbær")).isTrue();
        assertThat(seals.isValid(seal, "turn", "t-1", "blåbær")).isFalse();
        assertThat(seals.isValid(seal, "token", "t-2", "blåbær")).isFalse();
        assertThat(seals.isValid(seal.substring(1), "token", "t-1", "blåbær")).isFalse();
        assertThat(seals.isValid("", "token", "t-1", "blåbær")).isFalse();
    }

    @Test
    void a_seal_from_before_the_secret_was_known_stays_valid() {
        Seals seals = new Seals();
        String before = seals.of("token", "t-1");
        seals.share(SECRET);

        assertThat(seals.of("token", "t-1")).isNotEqualTo(before);
        assertThat(seals.isValid(before, "token", "t-1")).isTrue();
        assertThat(new Seals().isValid(before, "token", "t-1")).isFalse();
    }

    private static String hmac(String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET, "HmacSHA256"));
        byte[] full = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(full, 16));
    }
}
