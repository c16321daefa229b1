package no.abakus.tasks.console.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A login costs the same work whether its name is known or not, so that its duration tells nothing about the name. */
class AccountsTest {

    private static final int FEW_ITERATIONS = 100;

    private final List<PasswordHash> computed = new ArrayList<>();
    private final Accounts accounts =
            new Accounts(Map.of(Account.VIEWER, hash("look"), Account.OPERATOR, hash("touch")), (hash, password) -> {
                computed.add(hash);
                return hash.isOf(password);
            });

    private static PasswordHash hash(String password) {
        return PasswordHash.of(password, new byte[] {1, 2, 3}, FEW_ITERATIONS);
    }

    @ParameterizedTest
    @CsvSource({
        "operator, touch, true",
        "viewer, look, true",
        "operator, wrong, false",
        "viewer, touch, false",
        "nobody, touch, false",
        "nobody, look, false",
        "OPERATOR, touch, false",
        "'', '', false"
    })
    void each_login_computes_one_hash_whether_the_name_is_known_or_not(String user, String password, boolean right) {
        assertThat(accounts.roles(user, password).isPresent()).isEqualTo(right);
        assertThat(computed).hasSize(1);
    }

    @Test
    void without_accounts_nobody_logs_in() {
        assertThat(new Accounts(Map.of()).roles("operator", "")).isEmpty();
    }
}
