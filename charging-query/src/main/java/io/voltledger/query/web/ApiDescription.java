package io.voltledger.query.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.NumberSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.voltledger.api.Energy;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.chargepoint.CertificateRequestId;
import io.voltledger.api.chargepoint.ConnectorId;
import io.voltledger.api.chargepoint.StationCommandId;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.payment.OrderId;
import io.voltledger.api.payment.PaymentId;
import io.voltledger.api.payment.PaymentMethodId;
import io.voltledger.api.session.SessionId;
import io.voltledger.api.tariff.TariffId;
import io.voltledger.api.token.IdToken;
import io.voltledger.api.wallet.HoldId;
import io.voltledger.api.wallet.WalletId;
import java.time.ZoneId;
import java.util.Currency;
import java.util.stream.Stream;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The description of the platform's REST interface, at {@code /v3/api-docs}, with a page to try it at {@code /swagger-ui.html}. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final String TEXT = """
            Sessions, bills, payments and stations of one charging platform.

            * Money is `{amount, currency}` in the currency's minor units; energy is a number in Wh; power a number in W.
            * Times are ISO 8601 in UTC.
            * Lists are `{items, next}`: hand `next` back as `cursor` for the following page; it is null on the last one.
            * Errors are RFC 9457 problems with a stable `code`.
            """;

    @Bean
    OpenAPI voltLedgerApi() {
        describeValues();
        return new OpenAPI().info(new Info().title("VoltLedger").version("0.1").description(TEXT));
    }

    private static void describeValues() {
        SpringDocUtils config = SpringDocUtils.getConfig();
        Stream.of(
                        StationId.class,
                        StationCommandId.class,
                        CertificateRequestId.class,
                        SessionId.class,
                        IdToken.class,
                        MemberId.class,
                        BillId.class,
                        PaymentId.class,
                        PaymentMethodId.class,
                        OrderId.class,
                        TariffId.class,
                        WalletId.class,
                        HoldId.class)
                .forEach(id -> config.replaceWithSchema(id, new StringSchema()).addSimpleTypesForParameterObject(id));
        config.replaceWithSchema(ConnectorId.class, new IntegerSchema());
        config.replaceWithSchema(Energy.class, new NumberSchema().description("Wh"));
        config.replaceWithSchema(Currency.class, new StringSchema().example("KRW"));
        config.replaceWithSchema(ZoneId.class, new StringSchema().example("Asia/Seoul"));
    }
}
