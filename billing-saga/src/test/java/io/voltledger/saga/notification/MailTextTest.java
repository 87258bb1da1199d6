package io.voltledger.saga.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MailTextTest {

    private static final Map<String, Object> FACTS = Map.of(
            "stationId",
            "CP-1",
            "transactionId",
            "42",
            "connectorId",
            1,
            "totalEnergy",
            12_345.6,
            "startedAt",
            "2026-11-21T02:00:00Z",
            "stoppedAt",
            "2026-11-21T03:00:00Z",
            "code",
            "REJECT_CARD_PAYMENT",
            "amount",
            Map.of("amount", 12_100, "currency", "KRW"),
            "outstanding",
            Map.of("amount", 1_250, "currency", "EUR"),
            "totalFee",
            Map.of("amount", 12_100, "currency", "KRW"));

    @Test
    void speaksKorean() {
        MailText text = MailText.of("session-stopped", Locale.KOREAN, FACTS);

        assertThat(text.subject()).isEqualTo("CP-1 충전이 종료되었습니다");
        assertThat(text.body()).contains("충전량: 12.3456 kWh");
    }

    @Test
    void speaksEnglishToAllOthers() {
        assertThat(MailText.of("payment-approved", Locale.GERMAN, FACTS).subject())
                .startsWith("Payment of ")
                .contains("12.100")
                .endsWith(" received");
    }

    @Test
    void writesMoneyInItsMajorUnit() {
        assertThat(MailText.of("bill-overdue", Locale.US, FACTS).subject()).isEqualTo("A bill of €12.50 is overdue");
    }

    @ParameterizedTest
    @EnumSource(Template.class)
    void leavesNothingToFillIn(Template template) {
        for (Locale locale : new Locale[] {Locale.KOREAN, Locale.ENGLISH}) {
            MailText text = MailText.of(template.word(), locale, FACTS);
            assertThat(text.subject() + text.body()).doesNotContain("{");
        }
    }
}
