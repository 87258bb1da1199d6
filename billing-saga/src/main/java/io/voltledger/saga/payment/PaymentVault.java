package io.voltledger.saga.payment;

import io.voltledger.api.member.MemberId;
import io.voltledger.api.payment.PaymentMethodId;
import io.voltledger.saga.SagaSettings;
import io.voltledger.saga.billing.PaymentMethods;
import io.voltledger.saga.payment.CardRegistration.Registered;
import io.voltledger.saga.work.UtcTime;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The billing keys of members' cards, encrypted. A removed one is kept, for a payment that was requested with it must
 * still be carried out; it is never chosen for a new one.
 */
@Repository
class PaymentVault implements PaymentMethods {

    /** What a charge needs. */
    record Credential(String billingKey, String customerKey) {

        @Override
        public String toString() {
            return "Credential[hidden]";
        }
    }

    private final JdbcClient jdbc;
    private final VaultCipher cipher;

    PaymentVault(JdbcClient jdbc, SagaSettings settings) {
        this.jdbc = jdbc;
        this.cipher = new VaultCipher(settings.vault().key());
    }

    void store(PaymentMethodId method, MemberId member, String customerKey, Registered card, Instant now) {
        jdbc.sql("""
                insert into payment_credential (method_id, member_id, customer_key, billing_key, issuer, masked_number,
                    registered_at)
                values (:method, :member, :customer, :key, :issuer, :number, :now)
                on duplicate key update method_id = method_id""")
                .param("method", method.value())
                .param("member", member.value())
                .param("customer", customerKey)
                .param("key", cipher.seal(card.billingKey(), method.value()))
                .param("issuer", card.issuer())
                .param("number", card.maskedNumber())
                .param("now", UtcTime.of(now))
                .update();
    }

    void remove(PaymentMethodId method, Instant now) {
        jdbc.sql("update payment_credential set removed_at = coalesce(removed_at, :now) where method_id = :method")
                .param("method", method.value())
                .param("now", UtcTime.of(now))
                .update();
    }

    Optional<Credential> credential(PaymentMethodId method) {
        return jdbc.sql("select billing_key, customer_key from payment_credential where method_id = :method")
                .param("method", method.value())
                .query((row, number) -> new Credential(
                        cipher.open(row.getBytes("billing_key"), method.value()), row.getString("customer_key")))
                .optional();
    }

    @Override
    public Optional<PaymentMethodId> of(MemberId member) {
        return jdbc.sql("""
                select method_id from payment_credential where member_id = :member and removed_at is null
                order by registered_at desc, method_id desc limit 1""")
                .param("member", member.value())
                .query((row, number) -> new PaymentMethodId(row.getString("method_id")))
                .optional();
    }
}
