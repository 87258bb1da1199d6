package io.voltledger.saga.member;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * Where and in which language a member is told things.
 *
 * @param locale BCP 47: {@code ko}, {@code en}, {@code ko-KR}
 */
public record Contact(
        @NotBlank @Email @Size(max = 320) String email,

        @NotBlank @Pattern(regexp = "[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*") @Size(max = 20) String locale) {

    @Override
    public String toString() {
        return "Contact[hidden, " + locale + "]";
    }
}
