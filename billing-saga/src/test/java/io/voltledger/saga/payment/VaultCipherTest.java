package io.voltledger.saga.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class VaultCipherTest {

    private static final String KEY = key("0123456789abcdef0123456789abcdef");

    private final VaultCipher vault = new VaultCipher(KEY);

    @Test
    void opensWhatItSealed() {
        assertThat(vault.open(vault.seal("bk_secret", "pm-1"), "pm-1")).isEqualTo("bk_secret");
    }

    @Test
    void sealsTheSameTextDifferentlyEachTime() {
        assertThat(vault.seal("bk_secret", "pm-1")).isNotEqualTo(vault.seal("bk_secret", "pm-1"));
    }

    @Test
    void refusesATextThatWasMovedToAnotherMethod() {
        byte[] sealed = vault.seal("bk_secret", "pm-1");

        assertThatThrownBy(() -> vault.open(sealed, "pm-2")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refusesAnotherKey() {
        byte[] sealed = vault.seal("bk_secret", "pm-1");
        VaultCipher other = new VaultCipher(key("another-key-of-32-bytes-exactly!"));

        assertThatThrownBy(() -> other.open(sealed, "pm-1")).hasMessageContaining("voltledger.saga.vault.key");
    }

    @Test
    void needsAKeyOf32Bytes() {
        assertThatThrownBy(() -> new VaultCipher(key("short"))).isInstanceOf(IllegalArgumentException.class);
    }

    private static String key(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
