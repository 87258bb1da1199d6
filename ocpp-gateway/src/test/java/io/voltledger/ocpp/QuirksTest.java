package io.voltledger.ocpp;

import static org.assertj.core.api.Assertions.assertThat;

import io.voltledger.api.chargepoint.ChargePointCommand.ReportStatus;
import io.voltledger.api.chargepoint.StationLogCommand.RecordStationMeter;
import io.voltledger.api.session.Anomaly;
import io.voltledger.api.session.MeterReading;
import io.voltledger.api.session.SampledValue;
import io.voltledger.api.session.SessionCommand.RecordChargingState;
import io.voltledger.api.session.SessionCommand.RecordMeter;
import io.voltledger.api.session.SessionCommand.StartSession;
import io.voltledger.api.session.SessionCommand.StopSession;
import io.voltledger.api.session.SessionId;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What real chargers send, and what is recorded of it: everything, with what looked wrong beside it. */
class QuirksTest {

    private static final String AT = "\"timestamp\":\"2026-11-21T02:59:00Z\"";
    private static final String START = "{\"connectorId\":1,\"idTag\":\"TAG1\",\"meterStart\":1000," + AT + "}";

    private final Platform platform = new Platform();
    private final RunningGateway gateway = RunningGateway.before(platform);
    private final RawStation station = RawStation.connect(gateway);

    @AfterEach
    void stop() {
        station.close();
        gateway.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    watt hours                | {"value":"1500","unit":"Wh"}                            | Energy.Active.Import.Register 1500 Wh |
                    no unit, no measurand     | {"value":"1500"}                                        | Energy.Active.Import.Register 1500 Wh |
                    kilowatt hours            | {"value":"1.5","unit":"kWh"}                            | Energy.Active.Import.Register 1500 Wh |
                    a number, not a string    | {"value":1500.25}                                       | Energy.Active.Import.Register 1500.25 Wh |
                    a decimal comma           | {"value":"1500,25"}                                     | Energy.Active.Import.Register 1500.25 Wh |
                    blanks around             | {"value":" 1500 "}                                      | Energy.Active.Import.Register 1500 Wh |
                    scientific notation       | {"value":"1.5E3"}                                       | Energy.Active.Import.Register 1500 Wh |
                    kilowatts                 | {"value":"7.2","unit":"kW","measurand":"Power.Active.Import"} | Power.Active.Import 7200 W |
                    power without a unit      | {"value":"7200","measurand":"Power.Active.Import"}      | Power.Active.Import 7200 W |
                    current with phase        | {"value":"16","measurand":"Current.Import","phase":"L1"} | Current.Import 16 A L1 |
                    a charging state          | {"value":"81","unit":"Percent","measurand":"SoC"}       | SoC 81 Percent |
                    the misspelt unit of 1.6  | {"value":"31","unit":"Celcius","measurand":"Temperature"} | Temperature 31 Celsius |
                    fahrenheit                | {"value":"212","unit":"Fahrenheit","measurand":"Temperature"} | Temperature 100.00 Celsius |
                    kelvin                    | {"value":"300.15","unit":"K","measurand":"Temperature"} | Temperature 27.00 Celsius |
                    the unit in small letters | {"value":"1.5","unit":"kwh"}                            | Energy.Active.Import.Register 1500 Wh |
                    an unknown measurand      | {"value":"3","measurand":"Mood","unit":"W"}             | Mood 3 W | UNKNOWN_WORD
                    an unknown unit           | {"value":"3","unit":"furlong"}                          | Energy.Active.Import.Register 3 furlong | UNKNOWN_WORD
                    an unknown context        | {"value":"3","context":"Sample.Lunar"}                  | Energy.Active.Import.Register 3 Wh |
                    a signed value            | {"value":"OCMF/{}","format":"SignedData"}               | | VALUE_UNREADABLE
                    no number                 | {"value":"abc"}                                         | | VALUE_UNREADABLE
                    a number beyond reason    | {"value":"1E999999999"}                                 | | VALUE_UNREADABLE
                    not a number              | {"value":NaN}                                           | | VALUE_UNREADABLE
                    null                      | {"value":null}                                          | | FIELD_MISSING
                    no value                  | {"unit":"Wh"}                                           | | FIELD_MISSING
                    an empty sample list      |                                                         | | FIELD_MISSING
                    """)
    void readsSampledValues(String quirk, String sample, String values, String anomalies) {
        station.call(
                "1",
                "MeterValues",
                "{\"connectorId\":1,\"transactionId\":7,\"meterValue\":[{%s,\"sampledValue\":[%s]}]}"
                        .formatted(AT, sample == null ? "" : sample));

        RecordMeter meter = platform.only(RecordMeter.class);
        assertThat(meter.session()).isEqualTo(new SessionId("CP-1:7"));
        assertThat(values(meter.readings())).isEqualTo(values == null ? "" : values);
        assertThat(codes(meter.anomalies())).isEqualTo(anomalies == null ? "" : anomalies);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    UTC              | "2026-11-21T02:59:00Z"          | 2026-11-21T02:59:00Z     |
                    milliseconds     | "2026-11-21T02:59:00.125Z"      | 2026-11-21T02:59:00.125Z |
                    an offset        | "2026-11-21T11:59:00+09:00"     | 2026-11-21T02:59:00Z     |
                    a bare offset    | "2026-11-21T11:59:00+0900"      | 2026-11-21T02:59:00Z     |
                    a blank for T    | "2026-11-21 02:59:00Z"          | 2026-11-21T02:59:00Z     |
                    days offline     | "2026-11-14T02:59:00Z"          | 2026-11-14T02:59:00Z     |
                    no zone          | "2026-11-21T02:59:00"           | 2026-11-21T02:59:00Z     | CLOCK_SKEW
                    hours ahead      | "2026-11-21T12:00:00Z"          | 2026-11-21T12:00:00Z     | CLOCK_SKEW
                    never set        | "1970-01-01T00:00:10Z"          | 1970-01-01T00:00:10Z     | CLOCK_SKEW
                    null             | null                            | 2026-11-21T03:00:00Z     | TIME_UNREADABLE
                    empty            | ""                              | 2026-11-21T03:00:00Z     | TIME_UNREADABLE
                    words            | "yesterday"                     | 2026-11-21T03:00:00Z     | TIME_UNREADABLE
                    no such day      | "2026-02-30T00:00:00Z"          | 2026-11-21T03:00:00Z     | TIME_UNREADABLE
                    a distant year   | "+292278994-08-17T07:12:55Z"    | 2026-11-21T03:00:00Z     | TIME_UNREADABLE
                    a number         | 1795230000                      | 2026-11-21T03:00:00Z     | TIME_UNREADABLE
                    """)
    void readsClocks(String quirk, String timestamp, Instant startedAt, String anomalies) {
        station.call(
                "1",
                "StartTransaction",
                "{\"connectorId\":1,\"idTag\":\"TAG1\",\"meterStart\":0,\"timestamp\":%s}".formatted(timestamp));

        StartSession start = platform.only(StartSession.class);
        assertThat(start.startedAt()).isEqualTo(startedAt);
        assertThat(codes(start.anomalies())).isEqualTo(anomalies == null ? "" : anomalies);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    its id as text         | "connectorId":1,"transactionId":"OWN",   | OWN  |
                    no id                  | "connectorId":1,                         | OWN  | FIELD_MISSING
                    a null id              | "connectorId":1,"transactionId":null,    | OWN  | FIELD_MISSING
                    no value at all        | "connectorId":1,"transactionId":,        | OWN  | FIELD_MISSING
                    -1                     | "connectorId":1,"transactionId":-1,      | OWN  | UNKNOWN_TRANSACTION
                    0                      | "connectorId":1,"transactionId":0,       | OWN  | UNKNOWN_TRANSACTION
                    2^63-1                 | "connectorId":1,"transactionId":9223372036854775807, | OWN | UNKNOWN_TRANSACTION
                    stale                  | "connectorId":1,"transactionId":99,      | CP-1:99 |
                    of another connector   | "connectorId":2,"transactionId":OWN,     | OWN  |
                    connector 0, no id     | "connectorId":0,                         | log  |
                    a free connector       | "connectorId":2,                         | log  |
                    no connector, no id    |                                          | log  | FIELD_MISSING
                    a negative connector   | "connectorId":-1,                        | log  | VALUE_UNREADABLE
                    """)
    void findsTheSessionOfAReading(String quirk, String ids, String where, String anomalies) {
        String own = station.call("1", "StartTransaction", START)
                .path("transactionId")
                .asText();

        station.call(
                "2",
                "MeterValues",
                "{%s\"meterValue\":[{%s,\"sampledValue\":[{\"value\":\"1500\"}]}]}"
                        .formatted(ids == null ? "" : ids.replace("OWN", own), AT));

        String expected = anomalies == null ? "" : anomalies;
        if (where.equals("log")) {
            RecordStationMeter log = platform.only(RecordStationMeter.class);
            assertThat(log.day().value()).isEqualTo("CP-1@2026-11-21");
            assertThat(values(log.readings())).isEqualTo("Energy.Active.Import.Register 1500 Wh");
            assertThat(codes(log.anomalies())).isEqualTo(expected);
        } else {
            RecordMeter meter = platform.only(RecordMeter.class);
            assertThat(meter.session().value()).isEqualTo(where.equals("OWN") ? "CP-1:" + own : where);
            assertThat(codes(meter.anomalies())).isEqualTo(expected);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    whole                 | {"connectorId":1,"idTag":"tag1","meterStart":5,AT}      | 1 TAG1 5 Wh |
                    no meter              | {"connectorId":1,"idTag":"TAG1",AT}                     | 1 TAG1 null | FIELD_MISSING
                    an unreadable meter   | {"connectorId":1,"idTag":"TAG1","meterStart":"n/a",AT}  | 1 TAG1 null | VALUE_UNREADABLE
                    the meter as text     | {"connectorId":"1","idTag":"TAG1","meterStart":"5,5",AT} | 1 TAG1 5.5 Wh |
                    no tag                | {"connectorId":1,"meterStart":5,AT}                     | 1 NO-ID-TAG 5 Wh | FIELD_MISSING
                    an empty tag          | {"connectorId":1,"idTag":" ","meterStart":5,AT}         | 1 NO-ID-TAG 5 Wh | FIELD_MISSING
                    a serial number after | {"connectorId":1,"idTag":"04A2B3C4 SN-0000-1111-2222","meterStart":5,AT} | 1 04A2B3C4 5 Wh | UNKNOWN_WORD
                    nothing but a tag     | {"idTag":"TAG1"} | 0 TAG1 null | FIELD_MISSING,FIELD_MISSING,TIME_UNREADABLE
                    """)
    void startsWhateverIsMissing(String quirk, String payload, String expected, String anomalies) {
        station.call("1", "StartTransaction", payload.replace("AT", AT));

        StartSession start = platform.only(StartSession.class);
        assertThat(start.connector().value() + " " + start.token().value() + " " + start.meterStart())
                .isEqualTo(expected);
        assertThat(codes(start.anomalies())).isEqualTo(anomalies == null ? "" : anomalies);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    without idTag    | {"transactionId":OWN,"meterStop":2000,AT}           | null 2000 Wh Local |
                    without a meter  | {"transactionId":OWN,AT,"reason":"PowerLoss"}       | null null PowerLoss | FIELD_MISSING
                    no id            | {"meterStop":2000,AT}                               | null 2000 Wh Local | UNKNOWN_TRANSACTION
                    -1               | {"transactionId":-1,"meterStop":2000,AT,"idTag":"T"} | T 2000 Wh Local | UNKNOWN_TRANSACTION
                    an own reason    | {"transactionId":OWN,"meterStop":2000,AT,"reason":"Zombie"} | null 2000 Wh Zombie |
                    """)
    void endsTheOpenSessionWhateverIsMissing(String quirk, String payload, String expected, String anomalies) {
        String own = station.call("1", "StartTransaction", START)
                .path("transactionId")
                .asText();

        String stop = payload.replace("OWN", own).replace("AT", AT);
        station.call("2", "StopTransaction", stop);
        station.call("3", "StopTransaction", stop);

        assertThat(platform.recorded(StopSession.class)).hasSize(2).allSatisfy(command -> {
            String token = command.token() == null ? "null" : command.token().value();
            assertThat(command.session().value()).isEqualTo("CP-1:" + own);
            assertThat(token + " " + command.meterStop() + " " + command.reason())
                    .isEqualTo(expected);
            assertThat(codes(command.anomalies())).isEqualTo(anomalies == null ? "" : anomalies);
        });
    }

    @Test
    void makesOneSessionOfAStopThatNamesNoneHoweverOftenItComes() {
        String stop = "{\"transactionId\":-1,\"meterStop\":2000," + AT + "}";
        station.call("1", "StopTransaction", stop);
        station.call("2", "StopTransaction", stop);

        List<StopSession> stops = platform.recorded(StopSession.class);
        assertThat(stops).hasSize(2);
        assertThat(stops.get(0).session()).isEqualTo(stops.get(1).session());
        assertThat(Integer.parseInt(stops.getFirst().session().transaction())).isPositive();
    }

    @Test
    void keepsTheTransactionDataOfAStop() {
        station.call(
                "1",
                "StopTransaction",
                "{\"transactionId\":7,\"meterStop\":2000,%s,\"transactionData\":[{%s,\"sampledValue\":[{\"value\":\"1\"}]}]}"
                        .formatted(AT, AT));

        assertThat(values(platform.only(StopSession.class).readings())).isEqualTo("Energy.Active.Import.Register 1 Wh");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Charging      | CHARGING       | CHARGING
                    SuspendedEV   | SUSPENDED_EV   | SUSPENDED_EV
                    SuspendedEVSE | SUSPENDED_EVSE | SUSPENDED_EVSE
                    Faulted       | FAULTED        | SUSPENDED_EVSE
                    Finishing     | FINISHING      |
                    Zombie        | UNKNOWN        |
                    """)
    void tellsTheOpenSessionWhatItsConnectorDoes(String word, String status, String state) {
        station.call("1", "StartTransaction", START);
        station.call(
                "2", "StatusNotification", "{\"connectorId\":1,\"errorCode\":\"NoError\",\"status\":\"" + word + "\"}");

        ReportStatus report = platform.only(ReportStatus.class);
        assertThat(report.status().status()).hasToString(status);
        assertThat(report.status().reported()).isEqualTo(word);
        assertThat(platform.recorded(RecordChargingState.class).stream()
                        .map(change -> change.state().name())
                        .collect(Collectors.joining()))
                .isEqualTo(state == null ? "" : state);
    }

    @Test
    void acceptsAStatusWithoutAnyField() {
        station.call("1", "StatusNotification", "null");

        assertThat(platform.only(ReportStatus.class).connector().value()).isZero();
    }

    @Test
    void servesAFleetThatNeverBoots() {
        assertThat(station.call("1", "Authorize", "{\"idTag\":\"TAG1\"}")
                        .at("/idTagInfo/status")
                        .asText())
                .isEqualTo("Accepted");
    }

    private static String values(List<MeterReading> readings) {
        return readings.stream()
                .flatMap(reading -> reading.values().stream())
                .map(QuirksTest::shown)
                .collect(Collectors.joining(", "));
    }

    private static String shown(SampledValue value) {
        String phase = value.phase() == null ? "" : " " + value.phase();
        return value.measurand() + " " + value.value().toPlainString() + " " + value.unit() + phase;
    }

    private static String codes(List<Anomaly> anomalies) {
        return anomalies.stream().map(anomaly -> anomaly.code().name()).sorted().collect(Collectors.joining(","));
    }
}
