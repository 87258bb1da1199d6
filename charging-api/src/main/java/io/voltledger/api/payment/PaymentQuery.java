package io.voltledger.api.payment;

import io.voltledger.api.PageRequest;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.member.MemberId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may be asked about payments and what members pay with. */
public sealed interface PaymentQuery {

    /** Answers an {@code Optional<PaymentView>}. */
    record FindPayment(PaymentId payment) implements PaymentQuery {}

    /** Answers a {@link PaymentPage}, newest first. What is absent does not restrict. */
    record ListPayments(
            @Nullable BillId bill,
            @Nullable MemberId member,
            @Nullable PaymentState state,
            PageRequest page) implements PaymentQuery {}

    /** Answers an {@code Optional<PaymentMethodView>}. */
    record FindPaymentMethod(PaymentMethodId method) implements PaymentQuery {}

    /** Answers a {@link PaymentMethodPage}, in the order of ids. */
    record ListPaymentMethods(@Nullable MemberId member, PageRequest page) implements PaymentQuery {}

    /** @param next cursor of the following page; absent at the end */
    record PaymentPage(List<PaymentView> items, @Nullable String next) {}

    /** @param next cursor of the following page; absent at the end */
    record PaymentMethodPage(
            List<PaymentMethodView> items, @Nullable String next) {}
}
