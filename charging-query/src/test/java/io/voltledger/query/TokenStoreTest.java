package io.voltledger.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.mysql.cj.jdbc.MysqlDataSource;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.axonframework.eventhandling.tokenstore.ConfigToken;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

class TokenStoreTest {

    private final MysqlDataSource database = new MysqlDataSource();

    @Test
    void isIdentifiedBeforeTwoModulesStartAtOnce() throws Exception {
        database.setUrl(TestDatabase.url("tokens"));
        database.setUser("root");
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration/axon")
                .load()
                .migrate();

        ConfigToken stored = new ObjectMapper().readValue(identity(), ConfigToken.class);

        assertThat(stored.get("id")).hasSize(36);
    }

    private byte[] identity() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select token from token_entry where processor_name = '__config'"
                                + " and segment = 0 and token_type = '" + ConfigToken.class.getName() + "'")) {
            assertThat(rows.next()).isTrue();
            return rows.getBytes(1);
        }
    }
}
