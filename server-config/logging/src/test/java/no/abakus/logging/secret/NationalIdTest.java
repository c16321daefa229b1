package no.abakus.logging.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NationalIdTest {
    /** 0 1 0 1 0 0 0 0 0: 3·0+7·1+6·0+1·1 = 8 → 11 − 8 = 3; then 5·0+4·1+3·0+2·1+…+2·3 = 12 → 11 − 1 = 10 has no digit. */
    @Test
    void a_number_whose_second_check_digit_would_be_ten_does_not_exist() {
        for (char last = '0'; last <= '9'; last++) {
            assertThat(NationalId.isValid("0101000003" + last)).isFalse();
        }
    }

    /** 0 1 0 1 0 0 0 0 5: first sum 8 + 5·2 = 18 → 22 − 18 = 4; second 4 + 2 + 5·3 + 4·2 = 29 → 33 − 29 = 4. */
    @Test
    void right_check_digits_make_a_number_valid_and_any_other_digit_does_not() {
        assertThat(NationalId.isValid("01010000544")).isTrue();
        assertThat(NationalId.isValid("01010000545")).isFalse();
        assertThat(NationalId.isValid("01010000644")).isFalse();
    }

    @Test
    void what_is_no_date_is_no_identity_number() {
        assertThat(NationalId.isValid("00000000000")).isFalse();
    }
}
