package io.voltledger.runtime;

import io.voltledger.api.Energy;
import io.voltledger.api.Money;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.payment.OrderId;
import io.voltledger.api.refund.RefundId;
import io.voltledger.api.session.SessionId;
import io.voltledger.api.tariff.ChargingPeriod;
import io.voltledger.api.tariff.MeterPoint;
import io.voltledger.api.tariff.Metered;
import io.voltledger.api.topup.TopUpId;
import io.voltledger.api.wallet.LedgerEntry;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes one instance of any record of the API with every component filled, always the same one. */
final class Samples {

    private static final Instant WHEN = Instant.parse("2026-11-21T01:02:03.456789Z");

    private static final Map<Class<?>, Object> FIXED = Map.ofEntries(
            Map.entry(Instant.class, WHEN),
            Map.entry(Energy.class, Energy.wh("7200.5")),
            Map.entry(Money.class, Money.of(12_100, "KRW")),
            Map.entry(Currency.class, Currency.getInstance("KRW")),
            Map.entry(ZoneId.class, ZoneId.of("Asia/Seoul")),
            Map.entry(BigDecimal.class, new BigDecimal("0.25")),
            Map.entry(LocalTime.class, LocalTime.of(9, 30)),
            Map.entry(LocalDate.class, LocalDate.of(2026, 11, 21)),
            Map.entry(Duration.class, Duration.ofMinutes(90)),
            Map.entry(DayOfWeek.class, DayOfWeek.SATURDAY),
            Map.entry(SessionId.class, new SessionId("CP-1:42")),
            Map.entry(BillId.class, new BillId("CP-1:42")),
            Map.entry(OrderId.class, new OrderId("order-42")),
            Map.entry(RefundId.class, new RefundId("CP-1:42~wet-cable")),
            Map.entry(TopUpId.class, new TopUpId("M1~k1")),
            Map.entry(LedgerEntry.class, LedgerEntry.of("member:M1:held", "revenue:charging", Money.of(100, "KRW"))),
            Map.entry(
                    ChargingPeriod.class,
                    new ChargingPeriod(
                            WHEN,
                            WHEN.plusSeconds(60),
                            Energy.wh(120),
                            ChargingPeriod.Activity.CHARGING,
                            new BigDecimal("7.2"),
                            new BigDecimal("32"),
                            new Metered(
                                    new MeterPoint(Energy.wh(1_000), WHEN, 0),
                                    new MeterPoint(Energy.wh("1240.5"), WHEN.plusSeconds(120), 3)))));

    private Samples() {}

    static Object of(Class<?> type) {
        return sample(type, type.getSimpleName());
    }

    private static Object sample(Type type, String name) {
        if (type instanceof ParameterizedType parameterized) {
            Object element = sample(parameterized.getActualTypeArguments()[0], name);
            return parameterized.getRawType() == Set.class ? Set.of(element) : List.of(element);
        }
        Class<?> wanted = (Class<?>) type;
        if (FIXED.containsKey(wanted)) {
            return FIXED.get(wanted);
        }
        if (wanted == String.class) {
            return name;
        }
        if (wanted == int.class || wanted == Integer.class) {
            return 1;
        }
        if (wanted == long.class) {
            return 1L;
        }
        if (wanted == boolean.class) {
            return true;
        }
        if (wanted.isEnum()) {
            return wanted.getEnumConstants()[0];
        }
        return record(wanted);
    }

    private static Object record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = Arrays.stream(components)
                .map(component -> sample(component.getGenericType(), component.getName()))
                .toArray();
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("Cannot make a sample of " + type, e);
        }
    }
}
