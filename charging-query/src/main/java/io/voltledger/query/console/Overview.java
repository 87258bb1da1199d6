package io.voltledger.query.console;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The numbers at the top of the console. */
@Component
class Overview {

    private final JdbcClient jdbc;

    Overview(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param attention bills that are overdue or parked
     * @param doubtful payments whose outcome is not known
     */
    record Numbers(long stations, long online, long faulted, long charging, long paid, long attention, long doubtful) {}

    Numbers numbers() {
        return jdbc.sql("""
                        select (select count(*) from charge_point) as stations,
                               (select count(*) from charge_point where online) as online,
                               (select count(*) from connector where status = 'FAULTED') as faulted,
                               (select count(*) from session where state = 'ACTIVE') as charging,
                               (select count(*) from bill where state = 'PAID') as paid,
                               (select count(*) from bill where state in ('OVERDUE', 'PARKED')) as attention,
                               (select count(*) from payment where state = 'UNKNOWN') as doubtful
                        """)
                .query((row, number) -> new Numbers(
                        row.getLong("stations"),
                        row.getLong("online"),
                        row.getLong("faulted"),
                        row.getLong("charging"),
                        row.getLong("paid"),
                        row.getLong("attention"),
                        row.getLong("doubtful")))
                .single();
    }
}
