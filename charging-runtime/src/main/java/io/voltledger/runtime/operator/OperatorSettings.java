package io.voltledger.runtime.operator;

import io.voltledger.runtime.guess.GuessLimit;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who operates the platform.
 *
 * @param operators none where whoever reaches the port may do everything
 * @param signIn how often their passwords may be wrong
 */
@Validated
@ConfigurationProperties("voltledger")
public record OperatorSettings(
        @DefaultValue List<@Valid Operator> operators,
        @Valid @DefaultValue GuessLimit signIn) {

    public OperatorSettings {
        operators = List.copyOf(operators);
    }

    /**
     * One person, or one program.
     *
     * @param name as it stands in the history
     * @param passwordHash by bcrypt, as {@code htpasswd -nB} writes it
     */
    public record Operator(
            @NotNull @Pattern(regexp = "[A-Za-z0-9._@-]{1,55}") String name,

            @NotNull @Pattern(regexp = "\\$2[aby]\\$\\d\\d\\$[./A-Za-z0-9]{53}", message = "is no bcrypt hash") String passwordHash,

            @NotEmpty Set<Role> roles) {

        @Override
        public String toString() {
            return name + " " + roles;
        }
    }

    @AssertTrue(message = "have names that differ by more than case") public boolean isOperatorsNamedApart() {
        return operators.stream()
                        .map(operator -> String.valueOf(operator.name()).toLowerCase(Locale.ROOT))
                        .distinct()
                        .count()
                == operators.size();
    }
}
