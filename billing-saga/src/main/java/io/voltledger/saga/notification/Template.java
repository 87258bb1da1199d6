package io.voltledger.saga.notification;

import java.util.Arrays;
import java.util.Optional;

/** What drivers are told of, and which integration event says it. */
enum Template {
    SESSION_STOPPED("session-stopped", "charging.session.stopped", "sessionId"),
    PAYMENT_APPROVED("payment-approved", "billing.payment.approved", "paymentId"),
    PAYMENT_DECLINED("payment-declined", "billing.payment.declined", "paymentId"),
    BILL_OVERDUE("bill-overdue", "billing.bill.overdue", "billId"),
    DUNNING_RESTRICTED("dunning-restricted", "billing.dunning.restricted", "billId"),
    DUNNING_SUSPENDED("dunning-suspended", "billing.dunning.suspended", "billId"),
    BILL_PAID("bill-paid", "billing.bill.paid", "billId");

    private final String word;
    private final String eventType;
    private final String subject;

    Template(String word, String eventType, String subject) {
        this.word = word;
        this.eventType = eventType;
        this.subject = subject;
    }

    static Optional<Template> ofEvent(String eventType) {
        return Arrays.stream(values())
                .filter(template -> template.eventType.equals(eventType))
                .findFirst();
    }

    /** As texts and events name it. */
    String word() {
        return word;
    }

    /** The name of the fact that says which session, payment or bill it is about. */
    String subject() {
        return subject;
    }
}
