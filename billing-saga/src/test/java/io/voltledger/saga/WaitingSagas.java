package io.voltledger.saga;

import io.voltledger.api.billing.BillId;
import io.voltledger.api.session.SessionId;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the saga table says. */
final class WaitingSagas {

    private WaitingSagas() {}

    /** How many processes of a session wait for their next attempt. */
    static int of(ConfigurableApplicationContext saga, SessionId session) {
        return saga.getBean(JdbcClient.class)
                .sql("""
                        select count(*) as waiting from saga_entry
                        join association_value_entry using (saga_id)
                        where association_value = :bill and convert(serialized_saga using utf8mb4) like '%"WAITING"%'""")
                .param("bill", BillId.of(session).toString())
                .query((row, number) -> row.getInt("waiting"))
                .single();
    }
}
